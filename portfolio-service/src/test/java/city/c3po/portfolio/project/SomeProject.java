package city.c3po.portfolio.project;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.Actors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Projects for the tests of what belongs to projects. */
public final class SomeProject {
    public static final Instant NOON = Instant.parse("2026-08-03T19:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 8, 3);
    public static final Actor LEAD = Actors.person("lea", Set.of(Roles.SIGNATORY), Set.of());
    public static final Actor SPONSOR = Actors.person("sid", Set.of(Roles.SIGNATORY), Set.of());
    public static final Actor STRANGER = Actors.person("una", Set.of(Roles.READER), Set.of());

    private SomeProject() {}

    /** Of DEP-PW, led by {@link #LEAD}, sponsored by {@link #SPONSOR}. */
    public static Project led() {
        var plan = new ProjectPlan(
                "Ship IT!",
                null,
                null,
                null,
                null,
                "DEP-PW",
                null,
                "sid",
                null,
                null,
                Money.of("110000.00"),
                null,
                null);
        var project = new Project(Actors.OFFICE, plan, Tier.STANDARD, null, null, 2026, NOON);
        project.create(Actors.OFFICE, "lea", NOON);
        return project;
    }

    /** With a Baseline 0 of 110,000 dollars that ends on 15 December 2026. */
    public static Project baselined() {
        var project = led();
        var point = new ProjectBaseline.Point(LocalDate.of(2026, 12, 15), Money.of("110000.00"));
        project.baselined(point, Map.of(), NOON);
        return project;
    }

    /** Its last gate is open. */
    public static Project withG6Open() {
        var project = led();
        var judge = Actors.person("gina", Set.of(Roles.SIGNATORY), Set.of());
        var alone = new GateApprovers(GateApprovers.Mode.ALL, null, List.of("gina"));
        project.nameApprovers(Actors.OFFICE, GateName.G6, alone, NOON);
        project.meetCriterion(LEAD, GateName.G6, "benefits", "Readings of a year", NOON);
        project.submitGate(LEAD, GateName.G6, NOON);
        project.judgeGate(judge, GateName.G6, new GateVerdict("gina", GateVerdict.Opinion.GO, null, null, NOON), TODAY);
        return project;
    }

    public static Project cancelled(Project project) {
        project.cancel(Actors.OFFICE, "No money", NOON);
        return project;
    }
}
