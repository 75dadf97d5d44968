package city.c3po.audit.known;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import java.util.Set;

/** Who acts when time or a measure does: reads whatever is open, as whoever runs the office would. */
public final class Watch {
    public static final Actor WATCH = new Actor(
            Actor.SYSTEM.sub(),
            Actor.SYSTEM.issuer(),
            Actor.SYSTEM.client(),
            Actor.SYSTEM.name(),
            Set.of(Roles.PORTFOLIO_MANAGER),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null);

    private Watch() {}
}
