package city.c3po.inventory.renewal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks at the calendar. Every replica does; locks and keys in the database have each thing told once. */
@Singleton
class RenewalClock {
    private final Renewals renewals;
    private final InstantSource clock;

    RenewalClock(Renewals renewals, InstantSource clock) {
        this.renewals = renewals;
        this.clock = clock;
    }

    @Scheduled(every = "{c3po.inventory.renewals.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var at = clock.instant();
        each(after -> renewals.unopened(after, at), entitlement -> renewals.openFor(entitlement, at));
        each(renewals::open, id -> renewals.look(id, at));
    }

    /** One transaction each. */
    private static void each(Function<UUID, List<UUID>> page, Consumer<UUID> work) {
        var after = new UUID(0, 0);
        while (true) {
            var from = after;
            var ids = QuarkusTransaction.requiringNew().call(() -> page.apply(from));
            if (ids.isEmpty()) {
                return;
            }
            ids.forEach(id -> QuarkusTransaction.requiringNew().run(() -> work.accept(id)));
            after = ids.getLast();
        }
    }
}
