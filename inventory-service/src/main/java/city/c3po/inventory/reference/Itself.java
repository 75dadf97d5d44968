package city.c3po.inventory.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import java.util.Set;

/** The service, when it acts without a caller: it sees what employees see. */
public final class Itself {
    public static final Actor ACTOR = new Actor(
            Actor.SYSTEM.sub(),
            Actor.SYSTEM.issuer(),
            Actor.SYSTEM.client(),
            Actor.SYSTEM.name(),
            Set.of(Roles.READER),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null);

    private Itself() {}
}
