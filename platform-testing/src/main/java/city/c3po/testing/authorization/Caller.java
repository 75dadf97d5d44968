package city.c3po.testing.authorization;

import city.c3po.testing.People;
import city.c3po.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of the matrix.
 *
 * @param role a realm role; {@code resident} has none; {@code anonymous} has no token
 * @param own whether department, source, vendor number and body are those of the records that are called
 */
public record Caller(String role, boolean own) {
    public static final String RESIDENT = "resident";
    public static final String ANONYMOUS = "anonymous";

    /** Somebody who holds the role: the people whose records are called are among them. */
    private static final Map<String, String> HOLDERS = Map.ofEntries(
            Map.entry("submitter", "submitter"),
            Map.entry("portfolio-manager", "ppm"),
            Map.entry("assessor", "assessor-1"),
            Map.entry("board-member", "board-member-1"),
            Map.entry("signatory", "sponsor"),
            Map.entry("auditor", "auditor"),
            Map.entry("clerk", "clerk"),
            Map.entry("feeder", "finance-system"),
            Map.entry("reader", "reporting-job"),
            Map.entry("vendor", "vendor"),
            Map.entry("policy-admin", "policy-admin"),
            Map.entry("operator", "operator"));

    /** Every role of the API guide, on its own records and on others', then those without a role. */
    static List<Caller> all() {
        var callers = new ArrayList<Caller>();
        HOLDERS.keySet().stream().sorted().forEach(role -> {
            callers.add(new Caller(role, true));
            callers.add(new Caller(role, false));
        });
        callers.add(new Caller(RESIDENT, false));
        callers.add(new Caller(ANONYMOUS, false));
        return callers;
    }

    String column() {
        return HOLDERS.containsKey(role) ? role + (own ? ":own" : ":other") : role;
    }

    /** Empty for whoever comes without one. */
    Optional<Tokens> token() {
        if (role.equals(ANONYMOUS)) {
            return Optional.empty();
        }
        if (role.equals(RESIDENT)) {
            return Optional.of(Tokens.as(RESIDENT));
        }
        var holder = HOLDERS.get(role);
        var person = role.equals("feeder") || role.equals("reader") ? Tokens.client(holder) : Tokens.as(holder);
        // Only this role: what a person may do by a second one belongs into another column.
        var plain = person.roles(role);
        return Optional.of(own ? plain.departments(People.PUBLIC_WORKS) : stranger(plain));
    }

    private Tokens stranger(Tokens holder) {
        var stranger = holder.sub(Tokens.as("stranger-" + role).subject()).departments(People.LIBRARY);
        return switch (role) {
            case "feeder" -> stranger.sources("discovery");
            case "vendor" -> stranger.vendor("V-9999");
            case "auditor", "clerk" -> stranger.bodies("another-body");
            default -> stranger;
        };
    }
}
