package city.c3po.portfolio.board;

import static city.c3po.portfolio.board.BoardRule.CHAIR_ONLY;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;

/** What comes first in a fiscal year. Each edition replaces the one before; the history keeps all of them. */
@Entity
public class Ranking extends Aggregate<RankingAction> {
    @Id
    private UUID id;

    /** Written as {@code RNK-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('ranking_number'))")
    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private UUID boardId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Reference board;

    @Column(updatable = false)
    private int fiscalYear;

    private int edition;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<RankedInitiative> places = List.of();

    private Instant rankedAt;
    private String rankedBy;

    @SuppressWarnings("NullAway.Init")
    protected Ranking() {}

    Ranking(Board board, int fiscalYear, int year) {
        this.id = Uuid7.next();
        this.number = "RNK-" + year + "-";
        this.boardId = board.id();
        this.board = board.reference();
        this.fiscalYear = fiscalYear;
    }

    /** @param ranked in the order of their ranks */
    List<RankingEvent> rank(Actor by, List<RankedInitiative> ranked, Instant at) {
        if (ranked.equals(places)) {
            return List.of();
        }
        places = ranked;
        edition++;
        rankedAt = at;
        rankedBy = by.sub();
        return List.of(new RankingEvent.Ranked(fiscalYear, edition, ranked.size(), at));
    }

    String href() {
        return "/v1/boards/" + boardId + "/rankings/" + fiscalYear;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected RankingView state() {
        return RankingView.of(this, null);
    }

    @Override
    protected Set<RankingAction> actions() {
        return EnumSet.allOf(RankingAction.class);
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected boolean possible(RankingAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, RankingAction action) {
        CHAIR_ONLY.require(by.has(Roles.BOARD_MEMBER));
    }

    String number() {
        return number;
    }

    Reference board() {
        return board;
    }

    int fiscalYear() {
        return fiscalYear;
    }

    int edition() {
        return edition;
    }

    List<RankedInitiative> places() {
        return places;
    }

    Instant rankedAt() {
        return rankedAt;
    }

    String rankedBy() {
        return rankedBy;
    }
}
