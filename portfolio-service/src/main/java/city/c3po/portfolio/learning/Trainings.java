package city.c3po.portfolio.learning;

import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** The trainings. */
@Singleton
class Trainings extends Aggregates<Training, UUID, TrainingAction> {
    Trainings(EntityManager entities, Journal journal) {
        super(Training.class, entities, journal);
    }
}
