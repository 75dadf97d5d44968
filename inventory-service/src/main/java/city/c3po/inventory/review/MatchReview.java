package city.c3po.inventory.review;

import static city.c3po.inventory.review.MatchReviewRule.OFFICE_DECIDES;
import static city.c3po.inventory.review.MatchReviewRule.ROW_HAS_KEY;
import static city.c3po.inventory.review.MatchReviewRule.ROW_IS_COMPLETE;

import city.c3po.inventory.asset.FedRow;
import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of an import that a person decides, or that waits for the rest of it. Imports write new ones, in SQL. */
@Entity
class MatchReview extends Aggregate<MatchReviewAction> {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private MatchReviewState state;

    private String source;

    private @Nullable String nativeKey;

    @Column(name = "import")
    private UUID importId;

    private int line;

    private @Nullable String kind;

    private @Nullable String rowState;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode said;

    private String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> candidates = List.of();

    private @Nullable Integer earlier;

    private @Nullable UUID asset;

    private @Nullable String decidedBy;

    private @Nullable String comment;

    private Instant openedAt;

    private @Nullable Instant until;

    @SuppressWarnings("NullAway.Init")
    protected MatchReview() {}

    FedRow row(MatchReviewAction action) {
        ROW_HAS_KEY.require(nativeKey != null);
        ROW_IS_COMPLETE.require(action != MatchReviewAction.REGISTER || (kind != null && said.hasNonNull("name")));
        return new FedRow(source, nativeKey, kind, rowState, said, importId, line);
    }

    List<MatchReviewEvent> decide(Actor by, MatchReviewAction action, @Nullable UUID decided, String why, Instant at) {
        guard(by, action);
        state = switch (action) {
            case LINK -> MatchReviewState.LINKED;
            case REGISTER -> MatchReviewState.REGISTERED;
            case DISMISS -> MatchReviewState.DISMISSED;
            case CLOSE -> throw new IllegalStateException("nobody decides to close");
        };
        asset = decided;
        decidedBy = by.sub();
        comment = why;
        return List.of(new MatchReviewEvent.Decided(state, decided, why, at));
    }

    List<MatchReviewEvent> close(Actor by, Instant at) {
        guard(by, MatchReviewAction.CLOSE);
        state = until != null && at.isAfter(until) ? MatchReviewState.EXPIRED : MatchReviewState.COMPLETED;
        return List.of(new MatchReviewEvent.Closed(state, at));
    }

    String href() {
        return "/v1/match-reviews/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** Employees, and the system whose row it is. */
    @Override
    protected Access access() {
        return new Access(Access.Classification.INTERNAL, List.of(), List.of(), null, List.of(), List.of(source));
    }

    @Override
    protected MatchReviewView state() {
        return MatchReviewView.of(this, null);
    }

    @Override
    protected Optional<MatchReviewState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<MatchReviewAction> actions() {
        return EnumSet.of(MatchReviewAction.LINK, MatchReviewAction.REGISTER, MatchReviewAction.DISMISS);
    }

    @Override
    protected boolean possible(MatchReviewAction action) {
        return !state.next().isEmpty();
    }

    @Override
    protected void permits(Actor by, MatchReviewAction action) {
        OFFICE_DECIDES.require(
                action == MatchReviewAction.CLOSE ? by.equals(Itself.ACTOR) : by.has(Roles.PORTFOLIO_MANAGER));
    }

    MatchReviewState reviewState() {
        return state;
    }

    String source() {
        return source;
    }

    @Nullable String nativeKey() {
        return nativeKey;
    }

    UUID importId() {
        return importId;
    }

    int line() {
        return line;
    }

    @Nullable String kind() {
        return kind;
    }

    @Nullable String rowState() {
        return rowState;
    }

    JsonNode said() {
        return said;
    }

    String reason() {
        return reason;
    }

    List<UUID> candidates() {
        return candidates;
    }

    @Nullable Integer earlier() {
        return earlier;
    }

    @Nullable UUID asset() {
        return asset;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    @Nullable String comment() {
        return comment;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable Instant until() {
        return until;
    }
}
