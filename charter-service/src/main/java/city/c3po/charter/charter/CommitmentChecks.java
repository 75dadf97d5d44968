package city.c3po.charter.charter;

import city.c3po.charter.charter.Completeness.Check;
import city.c3po.charter.charter.Completeness.Gap;
import city.c3po.charter.charter.Plan.PartKind;
import city.c3po.charter.template.CommitmentRule;
import city.c3po.charter.template.SeatRole;
import city.c3po.charter.template.TemplateText;
import city.c3po.charter.template.Variant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules that answer audit recommendations 2 to 8: what must be settled before anybody signs. */
final class CommitmentChecks {
    private final Charter charter;
    private final CharterContent content;
    private final TemplateText template;
    private final Surroundings around;

    CommitmentChecks(Charter charter, CharterContent content, TemplateText template, Surroundings around) {
        this.charter = charter;
        this.content = content;
        this.template = template;
        this.around = around;
    }

    List<Check> of(CommitmentRule rule) {
        return switch (rule) {
            case STAKEHOLDERS -> stakeholders();
            case APPROACH -> approach();
            case GOVERNANCE -> governance();
            case LIAISONS -> liaisons();
            case SESSION -> session();
            case DOCUMENTS -> documents();
            case KEY_STAFF -> keyStaff();
        };
    }

    /** A promise that nobody could check is none. */
    List<Check> criteria() {
        return content.deliverables().stream()
                .map(deliverable -> check(
                        !deliverable.criteriaOrNone().isEmpty()
                                && deliverable.criteriaOrNone().stream()
                                        .allMatch(criterion ->
                                                criterion.method() != null && criterion.evidenceKind() != null),
                        "/product/what/deliverables",
                        "criteria-missing",
                        deliverable.name()
                                + ": give it at least one criterion, each with a method and a kind of evidence.",
                        null))
                .toList();
    }

    List<Check> objectives() {
        return content.objectives().stream()
                .map(objective -> check(
                        objective.metric() != null
                                && objective.baseline() != null
                                && objective.target() != null
                                && objective.due() != null,
                        "/product/why/objectives",
                        "objective-not-measurable",
                        objective.text() + ": give it a metric, a baseline, a target and a date.",
                        null))
                .toList();
    }

    private List<Check> stakeholders() {
        var heard = list(content.people(), People::stakeholders)
                .map(People.Stakeholder::level)
                .toList();
        var excused = list(content.people(), People::noStakeholders)
                .map(People.NoStakeholder::level)
                .toList();
        return Stream.of(People.Level.values())
                .map(level -> check(
                        heard.contains(level) || excused.contains(level),
                        "/people/stakeholders",
                        "stakeholder-level-missing",
                        level + ": name a stakeholder of this level, or say why there is none.",
                        CommitmentRule.STAKEHOLDERS))
                .toList();
    }

    private List<Check> approach() {
        var chosen = content.approach().orElse(null);
        var at = "/project/how/approach";
        var checks = new ArrayList<Check>();
        checks.add(check(
                chosen != null && chosen.kind() != Variant.ANY,
                at + "/kind",
                "approach-missing",
                "Choose WATERFALL, AGILE or HYBRID.",
                CommitmentRule.APPROACH));
        var answered = chosen == null || chosen.answers() == null
                ? List.<String>of()
                : chosen.answers().stream().map(Plan.Answer::criterion).toList();
        for (var criterion : template.approachCriteria()) {
            checks.add(check(
                    answered.contains(criterion),
                    at + "/answers",
                    "approach-criterion-open",
                    "Answer: " + criterion,
                    CommitmentRule.APPROACH));
        }
        var on = chosen == null ? null : chosen.decidedOn();
        checks.add(check(
                chosen != null && chosen.decidedBy() != null && on != null,
                at,
                "approach-undecided",
                "Say who decided the approach, and when.",
                CommitmentRule.APPROACH));
        for (var engaged : around.engagements()) {
            var solicited = engaged.solicitedOn();
            checks.add(check(
                    solicited == null || (on != null && on.isBefore(solicited)),
                    at + "/decidedOn",
                    "approach-after-solicitation",
                    engaged.number() + " was solicited on " + solicited + ": the approach is decided before that.",
                    CommitmentRule.APPROACH));
        }
        return checks;
    }

    private List<Check> governance() {
        var governance = content.how().map(Plan.How::governance).orElse(null);
        var at = "/project/how/governance";
        var checks = new ArrayList<Check>();
        list(governance, Plan.Governance::bodies)
                .forEach(body -> checks.add(check(
                        body.chair() != null && body.cadence() != null,
                        at + "/bodies",
                        "body-without-chair-or-cadence",
                        body.name() + ": say who chairs it and how often it meets.",
                        CommitmentRule.GOVERNANCE)));
        list(governance, Plan.Governance::decisions)
                .forEach(type -> checks.add(check(
                        type.parts().stream()
                                        .filter(part -> part.part() == PartKind.ACCOUNTABLE)
                                        .count()
                                == 1,
                        at + "/decisions",
                        "not-exactly-one-accountable",
                        type.type() + ": exactly one role is Accountable.",
                        CommitmentRule.GOVERNANCE)));
        var staffed =
                list(content.people(), People::staffing).map(People.Staff::role).toList();
        for (var role : template.staffing()) {
            checks.add(check(
                    staffed.stream().anyMatch(role::equalsIgnoreCase),
                    "/people/staffing",
                    "role-unstaffed",
                    role + ": plan somebody for it.",
                    CommitmentRule.GOVERNANCE));
        }
        return checks;
    }

    private List<Check> liaisons() {
        return charter.departments().stream()
                .map(department -> check(
                        isWithoutGap(list(content.people(), People::liaisons)
                                .filter(liaison -> liaison.department().equals(department))
                                .sorted(Comparator.comparing(People.Liaison::from))
                                .toList()),
                        "/people/liaisons",
                        "liaison-missing",
                        department + ": exactly one IT liaison today, and none missing between two.",
                        CommitmentRule.LIAISONS))
                .toList();
    }

    /** Each begins on the day after the one before ends, and exactly one is in office today. */
    private boolean isWithoutGap(List<People.Liaison> inOrder) {
        for (int n = 1; n < inOrder.size(); n++) {
            var until = inOrder.get(n - 1).until();
            if (until == null || !until.plusDays(1).equals(inOrder.get(n).from())) {
                return false;
            }
        }
        return inOrder.stream()
                        .filter(liaison -> covers(liaison, around.today()))
                        .count()
                == 1;
    }

    private static boolean covers(People.Liaison liaison, LocalDate day) {
        var until = liaison.until();
        return !liaison.from().isAfter(day) && (until == null || !until.isBefore(day));
    }

    private List<Check> session() {
        var needed = Stream.of(SeatRole.EXECUTIVE_SPONSOR, SeatRole.PPM)
                .map(role -> charter.roster().holder(role))
                .flatMap(Optional::stream)
                .toList();
        return List.of(check(
                needed.size() == 2
                        && charter.log().sessions().stream()
                                .anyMatch(session -> session.participants().containsAll(needed)),
                "/sessions",
                "session-missing",
                "Hold a Discuss-and-Design session with the sponsor and the PPM present, and record it.",
                CommitmentRule.SESSION));
    }

    private List<Check> documents() {
        var kinds =
                around.documents().stream().map(Surroundings.Registered::kind).toList();
        return template.documents().stream()
                .map(kind -> check(
                        kinds.contains(kind),
                        "/documents",
                        "document-missing",
                        kind + ": register one.",
                        CommitmentRule.DOCUMENTS))
                .toList();
    }

    private List<Check> keyStaff() {
        return around.engagements().stream()
                .map(engaged -> check(
                        engaged.positions() > 0 && engaged.open() == 0,
                        "/engagements/" + engaged.number(),
                        "key-staff-open",
                        engaged.number() + ": list its key positions, each with an approved person or a date by when.",
                        CommitmentRule.KEY_STAFF))
                .toList();
    }

    private static Check check(
            boolean met, String pointer, String code, String sentence, @Nullable CommitmentRule rule) {
        return new Check(met, new Gap(pointer, code, sentence, rule == null ? null : rule.recommendation()));
    }

    private static <P, T> Stream<T> list(@Nullable P part, Function<P, @Nullable List<T>> of) {
        return part == null
                ? Stream.empty()
                : Stream.ofNullable(of.apply(part)).flatMap(List::stream).filter(Objects::nonNull);
    }
}
