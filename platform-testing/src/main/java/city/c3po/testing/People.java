package city.c3po.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The people and systems of the local realm, with the roles and claims they have there. */
public final class People {
    public static final String PUBLIC_WORKS = "DEP-PW";
    public static final String LIBRARY = "DEP-LIB";
    public static final String CITY_AUDITOR = "city-auditor";
    public static final String COMMITTEE = "committee";
    public static final String VENDOR_NUMBER = "V-1001";

    private static final Map<String, Person> ALL = new LinkedHashMap<>();

    static {
        user("submitter", "submitter").with("departments", PUBLIC_WORKS);
        user("submitter-2", "submitter").with("departments", LIBRARY);
        user("ppm", "portfolio-manager", "signatory");
        user("ppm-2", "portfolio-manager", "signatory");
        user("sponsor", "signatory");
        user("department-head", "signatory").with("departments", PUBLIC_WORKS);
        user("department-head-2", "signatory").with("departments", LIBRARY);
        user("cio", "signatory");
        user("product-owner", "signatory");
        user("finance-officer", "signatory");
        user("security-officer", "signatory");
        user("it-liaison", "signatory").with("departments", PUBLIC_WORKS, LIBRARY);
        user("board-chair", "board-member");
        for (var n = 1; n <= 4; n++) {
            user("board-member-" + n, "board-member");
        }
        for (var n = 1; n <= 3; n++) {
            user("assessor-" + n, "assessor");
        }
        user("auditor", "auditor").with("bodies", CITY_AUDITOR);
        user("auditor-2", "auditor").with("bodies", CITY_AUDITOR);
        user("clerk", "clerk").with("bodies", COMMITTEE);
        var vendor = user("vendor", "vendor");
        ALL.put("vendor", vendor.supplying(VENDOR_NUMBER));
        user("policy-admin", "policy-admin");
        user("policy-admin-2", "policy-admin");
        user("operator", "operator");
        user("resident");
        system("finance-system", "feeder").with("sources", "finance");
        system("procurement-system", "feeder").with("sources", "procurement");
        system("discovery-system", "feeder").with("sources", "discovery");
        system("reporting-job", "reader");
    }

    private People() {}

    /** @param lists the claims that are lists: departments, sources, bodies */
    public record Person(
            String username,
            String sub,
            String client,
            Set<String> roles,
            Map<String, List<String>> lists,
            Optional<String> vendor) {

        String name() {
            return username.substring(0, 1).toUpperCase()
                    + username.substring(1).replace('-', ' ');
        }

        private void with(String claim, String... values) {
            var all = new LinkedHashMap<>(lists);
            all.put(claim, List.of(values));
            ALL.put(username, new Person(username, sub, client, roles, all, vendor));
        }

        private Person supplying(String number) {
            return new Person(username, sub, client, roles, lists, Optional.of(number));
        }
    }

    public static List<Person> all() {
        return new ArrayList<>(ALL.values());
    }

    static Optional<Person> named(String username) {
        return Optional.ofNullable(ALL.get(username)).filter(p -> p.client().equals("c3po-cli"));
    }

    static Person nobody(String username) {
        return new Person(username, subOf(username), "c3po-cli", Set.of(), Map.of(), Optional.empty());
    }

    static Person client(String clientId) {
        var known = ALL.get(clientId);
        if (known == null || !known.client().equals(clientId)) {
            throw new IllegalArgumentException("no client " + clientId + " in the realm");
        }
        return known;
    }

    private static Person user(String username, String... roles) {
        return put(new Person(username, subOf(username), "c3po-cli", Set.of(roles), Map.of(), Optional.empty()));
    }

    private static Person system(String clientId, String... roles) {
        return put(new Person(clientId, subOf(clientId), clientId, Set.of(roles), Map.of(), Optional.empty()));
    }

    private static Person put(Person person) {
        ALL.put(person.username(), person);
        return person;
    }

    /** The same in every run and every JVM, so that fixtures may name people by id. */
    private static String subOf(String username) {
        return UUID.nameUUIDFromBytes(("c3po/" + username).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
