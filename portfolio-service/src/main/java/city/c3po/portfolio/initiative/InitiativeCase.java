package city.c3po.portfolio.initiative;

import city.c3po.platform.value.Reference;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What assessors and board made of it, and what it became. */
@Embeddable
public class InitiativeCase {
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable InitiativeScore score;

    /** The meeting on whose docket it is. */
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Reference docket;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable BoardDecision decision;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Reference> projects = List.of();

    void score(InitiativeScore found) {
        score = found;
    }

    /** What was marked is no longer what it says. */
    void voidScore() {
        score = null;
    }

    void docket(Reference meeting) {
        docket = meeting;
    }

    void leaveDocket() {
        docket = null;
    }

    void decide(BoardDecision found) {
        decision = found;
        docket = null;
    }

    void convert(List<Reference> made) {
        projects = made;
    }

    public @Nullable InitiativeScore score() {
        return score;
    }

    public @Nullable Reference docket() {
        return docket;
    }

    public @Nullable BoardDecision decision() {
        return decision;
    }

    public List<Reference> projects() {
        return projects;
    }
}
