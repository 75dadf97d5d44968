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
    public static final String COMMITTEE = "smart-cities-committee";
    public static final String VENDOR_NUMBER = "V-1001";

    private static final String CLI = "c3po-cli";
    private static final Map<String, Person> ALL = new LinkedHashMap<>();

    static {
        user(1, "submitter", "Sam Submitter", "submitter").with("departments", PUBLIC_WORKS);
        user(2, "submitter-2", "Sofia Submitter", "submitter").with("departments", LIBRARY);
        user(3, "ppm", "Paula Manager", "portfolio-manager", "signatory");
        user(4, "ppm-2", "Peter Manager", "portfolio-manager", "signatory");
        user(5, "sponsor", "Simone Sponsor", "signatory");
        user(6, "department-head", "Dana Head", "signatory").with("departments", PUBLIC_WORKS);
        user(7, "department-head-2", "Dario Head", "signatory").with("departments", LIBRARY);
        user(8, "cio", "Carla Information", "signatory");
        user(9, "product-owner", "Omar Owner", "signatory");
        user(10, "finance-officer", "Fiona Finance", "signatory");
        user(11, "security-officer", "Selma Security", "signatory");
        user(12, "it-liaison", "Ivan Liaison", "signatory").with("departments", PUBLIC_WORKS, LIBRARY);
        user(13, "board-chair", "Bella Chair", "board-member");
        user(14, "board-member-1", "Boris Member", "board-member");
        user(15, "board-member-2", "Bianca Member", "board-member");
        user(16, "board-member-3", "Ben Member", "board-member");
        user(17, "board-member-4", "Beata Member", "board-member");
        user(18, "assessor-1", "Ada Assessor", "assessor");
        user(19, "assessor-2", "Alan Assessor", "assessor");
        user(20, "assessor-3", "Anna Assessor", "assessor");
        user(21, "auditor", "Aron Auditor", "auditor").with("bodies", CITY_AUDITOR);
        user(22, "auditor-2", "Aisha Auditor", "auditor").with("bodies", CITY_AUDITOR);
        user(23, "clerk", "Clara Clerk", "clerk").with("bodies", COMMITTEE);
        user(24, "vendor", "Victor Vendor", "vendor").supplying(VENDOR_NUMBER);
        user(25, "policy-admin", "Petra Policy", "policy-admin");
        user(26, "policy-admin-2", "Pablo Policy", "policy-admin");
        user(27, "operator", "Olga Operator", "operator");
        user(28, "resident", "Rosa Resident");
        system(101, "finance-system", "feeder").with("sources", "finance");
        system(102, "procurement-system", "feeder").with("sources", "procurement");
        system(103, "discovery-system", "feeder").with("sources", "discovery");
        system(104, "reporting-job", "reader");
    }

    private People() {}

    /** @param lists the claims that are lists: departments, sources, bodies */
    public record Person(
            String username,
            String sub,
            String name,
            String client,
            Set<String> roles,
            Map<String, List<String>> lists,
            Optional<String> vendor) {

        private void with(String claim, String... values) {
            var all = new LinkedHashMap<>(lists);
            all.put(claim, List.of(values));
            put(new Person(username, sub, name, client, roles, all, vendor));
        }

        private void supplying(String number) {
            put(new Person(username, sub, name, client, roles, lists, Optional.of(number)));
        }
    }

    public static List<Person> all() {
        return new ArrayList<>(ALL.values());
    }

    static Optional<Person> named(String username) {
        return Optional.ofNullable(ALL.get(username))
                .filter(person -> person.client().equals(CLI));
    }

    static Person nobody(String username) {
        var sub = UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Person(username, sub, username, CLI, Set.of(), Map.of(), Optional.empty());
    }

    static Person client(String clientId) {
        var known = ALL.get(clientId);
        if (known == null || !known.client().equals(clientId)) {
            throw new IllegalArgumentException("no client " + clientId + " in the realm");
        }
        return known;
    }

    private static Person user(int number, String username, String name, String... roles) {
        return put(new Person(username, sub(number), name, CLI, Set.of(roles), Map.of(), Optional.empty()));
    }

    private static Person system(int number, String clientId, String... roles) {
        return put(new Person(clientId, sub(number), clientId, clientId, Set.of(roles), Map.of(), Optional.empty()));
    }

    private static Person put(Person person) {
        ALL.put(person.username(), person);
        return person;
    }

    /** The ids of people are those of the realm; the realm gives systems an id at its first start. */
    private static String sub(int number) {
        return "00000000-0000-7000-8000-%012d".formatted(number);
    }
}
