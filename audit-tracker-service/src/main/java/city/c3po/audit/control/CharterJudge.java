package city.c3po.audit.control;

import city.c3po.audit.known.KnownRecords;
import city.c3po.audit.known.Told;
import city.c3po.platform.value.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a committed charter says of stakeholders, governance, staffing, liaisons and documents. */
final class CharterJudge {
    /** Committed to, and neither ended nor called off. */
    private static final Set<String> IN_FORCE =
            Set.of("COMMITTED", "AMENDING", "ACCEPTING", "ACCEPTED", "ACCEPTED_WITH_EXCEPTIONS", "NOT_ACCEPTED");

    private static final List<String> LEVELS =
            List.of("COUNCIL", "EXECUTIVE", "MANAGEMENT", "OPERATIONAL", "TECHNICAL", "LABOUR", "PUBLIC", "VENDOR");

    private final Told charter;
    private final Optional<Told> template;
    private final KnownRecords known;
    private final Readings into;
    private final Reference subject;

    private CharterJudge(Told charter, KnownRecords known, Readings into) {
        this.charter = charter;
        this.known = known;
        this.into = into;
        var id = charter.text("/template/id");
        this.template = id == null ? Optional.empty() : known.find("charterTemplate", id);
        this.subject = Readings.reference(charter);
    }

    static void judge(Told charter, KnownRecords known, Readings into) {
        var state = charter.text("/state");
        if (state != null && IN_FORCE.contains(state)) {
            new CharterJudge(charter, known, into).run();
        }
    }

    private void run() {
        into.count(Part.STAKEHOLDERS_COVERED, "", subject, named("no ", missingLevels()));
        if (asks("GOVERNANCE")) {
            into.count(Part.GOVERNANCE_AND_STAFFING, "", subject, named("", governanceGaps()));
        }
        if (asks("LIAISONS")) {
            charter.words("/departments").forEach(this::liaison);
        }
        var demanded = template.map(told -> told.words("/text/documents")).orElse(List.of());
        if (!demanded.isEmpty()) {
            var registered = known.documentsOf(charter.id()).stream()
                    .filter(document -> document.text("/withdrawnAt") == null)
                    .map(document -> document.text("/kind"))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            into.count(
                    Part.DOCUMENTS_REGISTERED,
                    "",
                    subject,
                    named(
                            "no ",
                            demanded.stream()
                                    .filter(kind -> !registered.contains(kind))
                                    .toList()));
        }
    }

    /** As the template's rules say; until the template is told, what every tier but the smallest needs. */
    private boolean asks(String rule) {
        return template.map(told -> told.words("/text/rules").contains(rule)).orElse(!charter.says("/tier", "LITE"));
    }

    private List<String> missingLevels() {
        var heard = members("/content/people/stakeholders", "level");
        heard.addAll(members("/content/people/noStakeholders", "level"));
        return LEVELS.stream().filter(level -> !heard.contains(level)).toList();
    }

    private List<String> governanceGaps() {
        var gaps = new ArrayList<String>();
        var at = "/content/project/how/governance";
        require(
                gaps,
                "bodies with chair and cadence",
                charter.list(at + "/bodies")
                        .map(body ->
                                Told.textOf(body.path("chair")) != null && Told.textOf(body.path("cadence")) != null)
                        .reduce((one, other) -> one && other)
                        .orElse(false));
        require(
                gaps,
                "one accountable for each decision",
                charter.list(at + "/decisions")
                        .map(decision -> Told.listOf(decision.path("parts"))
                                        .filter(part -> "ACCOUNTABLE"
                                                .equals(part.path("part").asText()))
                                        .count()
                                == 1)
                        .reduce((one, other) -> one && other)
                        .orElse(false));
        require(gaps, "tolerances", charter.list(at + "/tolerances").findAny().isPresent());
        require(gaps, "escalation", charter.list(at + "/escalation").findAny().isPresent());
        var staffed = charter.list("/content/people/staffing")
                .map(staff -> staff.path("role").asText().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        require(gaps, "staffing", !staffed.isEmpty());
        template.map(told -> told.words("/text/staffing")).orElse(List.of()).stream()
                .filter(role -> !staffed.contains(role.toUpperCase(Locale.ROOT)))
                .forEach(gaps::add);
        return gaps;
    }

    private static void require(List<String> gaps, String what, boolean there) {
        if (!there) {
            gaps.add("no " + what);
        }
    }

    private void liaison(String department) {
        var today = into.today();
        int current = 0;
        for (var liaison : charter.list("/content/people/liaisons").toList()) {
            if (!department.equals(liaison.path("department").asText())) {
                continue;
            }
            var from = Told.dayOf(liaison.path("from"));
            var until = Told.dayOf(liaison.path("until"));
            into.again(from);
            into.again(until == null ? null : until.plusDays(1));
            current += covers(from, until, today) ? 1 : 0;
        }
        into.count(
                Part.LIAISON_CURRENT,
                department,
                subject,
                current == 1 ? null : department + (current == 0 ? " has no liaison" : " has several liaisons"));
    }

    private static boolean covers(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate day) {
        return from != null && !from.isAfter(day) && (until == null || !until.isBefore(day));
    }

    private Set<String> members(String list, String member) {
        return charter.list(list)
                .map((JsonNode one) -> one.path(member).asText())
                .collect(Collectors.toSet());
    }

    private static @Nullable String named(String prefix, List<String> missing) {
        return missing.isEmpty() ? null : prefix + String.join(", ", missing);
    }
}
