package city.c3po.portfolio.board;

import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** The boards. */
@Singleton
class Boards extends Aggregates<Board, UUID, BoardAction> {
    Boards(EntityManager entities, Journal journal) {
        super(Board.class, entities, journal);
    }
}
