package city.c3po.charter.signing;

import city.c3po.charter.charter.Purpose;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Money;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delegation as callers see it. */
@Schema(name = "Delegation", description = "One person named another, in writing and before, to sign for them.")
public record DelegationView(
        UUID id,
        String href,

        @Schema(description = "Subject of whose seats are signed for.")
        String delegator,

        @Schema(description = "Subject of who signs for them.")
        String delegate,

        LocalDate from,
        LocalDate until,
        List<Purpose> purposes,

        @Schema(description = "The delegate signs no charter with a larger budget.") @Nullable Money limit,

        Instant createdAt,
        @Nullable Instant revokedAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<DelegationAction> allowedActions)
        implements Representation {

    static DelegationView of(Delegation delegation, @Nullable Actor reader) {
        return new DelegationView(
                delegation.id(),
                delegation.href(),
                delegation.delegator(),
                delegation.delegate(),
                delegation.startsOn(),
                delegation.endsOn(),
                delegation.purposes(),
                delegation.moneyLimit(),
                delegation.createdAt(),
                delegation.revokedAt(),
                reader == null ? null : delegation.allowedActions(reader));
    }
}
