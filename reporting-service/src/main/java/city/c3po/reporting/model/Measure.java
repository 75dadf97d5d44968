package city.c3po.reporting.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** What is counted from report to report, and which states count as open. A state we do not know yet is open. */
public enum Measure {
    INITIATIVES(
            "initiative",
            Set.of("DRAFT"),
            Set.of("CONVERTED", "CLOSED", "COMPLETED"),
            Set.of("WITHDRAWN", "DUPLICATE", "MERGED", "REJECTED", "DECLINED", "CANCELLED")),
    PROJECTS("project", Set.of(), Set.of("CLOSED"), Set.of("CANCELLED")),
    RECOMMENDATIONS("recommendation", Set.of(), Set.of("IMPLEMENTED"), Set.of("CLOSED_NOT_IMPLEMENTED"));

    /** Where a record stands for the count. */
    enum Phase {
        NOT_YET,
        OPEN,
        CLOSED,
        WITHDRAWN
    }

    private final String type;
    private final Set<String> notYet;
    private final Set<String> closed;
    private final Set<String> withdrawn;

    Measure(String type, Set<String> notYet, Set<String> closed, Set<String> withdrawn) {
        this.type = type;
        this.notYet = notYet;
        this.closed = closed;
        this.withdrawn = withdrawn;
    }

    /** Of its subjects. */
    public String type() {
        return type;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where a record in this state stands. */
    Phase phase(JsonNode state) {
        var word = state(state);
        if (notYet.contains(word)) {
            return Phase.NOT_YET;
        }
        if (closed.contains(word)) {
            return Phase.CLOSED;
        }
        return withdrawn.contains(word) ? Phase.WITHDRAWN : Phase.OPEN;
    }

    private String state(JsonNode state) {
        return switch (this) {
            case INITIATIVES, PROJECTS -> state.path("state").asText("");
            case RECOMMENDATIONS -> state.path("verifiedStatus").asText("");
        };
    }

    /** Whose it is, for the count by department. */
    static String department(JsonNode state) {
        for (var name : new String[] {"sponsoringDepartment", "department", "leadDepartment", "lead"}) {
            var value = state.path(name).asText("");
            if (!value.isBlank()) {
                return value;
            }
        }
        return NO_DEPARTMENT;
    }

    /** Sorts after all codes. */
    static final String NO_DEPARTMENT = "\u2014";
}
