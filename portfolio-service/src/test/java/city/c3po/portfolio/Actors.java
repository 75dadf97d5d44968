package city.c3po.portfolio;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import java.util.Set;

/** The people and systems of the unit tests. */
public final class Actors {
    public static final Actor SUBMITTER = person("ada", Set.of(Roles.SUBMITTER), Set.of("DEP-PW"));
    public static final Actor COLLEAGUE = person("bo", Set.of(Roles.SUBMITTER), Set.of("DEP-PW"));
    public static final Actor LIBRARIAN = person("liz", Set.of(Roles.SUBMITTER), Set.of("DEP-LIB"));
    public static final Actor OFFICE = person("paul", Set.of(Roles.PORTFOLIO_MANAGER), Set.of());
    public static final Actor OFFICE_2 = person("pia", Set.of(Roles.PORTFOLIO_MANAGER), Set.of());
    public static final Actor ADMIN = person("zoe", Set.of(Roles.POLICY_ADMIN), Set.of());
    public static final Actor ADMIN_2 = person("zak", Set.of(Roles.POLICY_ADMIN), Set.of());
    public static final Actor FINANCE = system("finance-system", "finance");
    public static final Actor PROCUREMENT = system("procurement-system", "procurement");

    private Actors() {}

    public static Actor person(String sub, Set<String> roles, Set<String> departments) {
        return new Actor(sub, "issuer", "c3po-cli", sub, roles, departments, Set.of(), Set.of(), null, null);
    }

    public static Actor system(String sub, String... sources) {
        return new Actor(
                sub, "issuer", sub, sub, Set.of(Roles.FEEDER), Set.of(), Set.of(sources), Set.of(), null, null);
    }
}
