package city.c3po.reporting.report;

import static city.c3po.reporting.report.ReportState.CANCELLED;
import static city.c3po.reporting.report.ReportState.COLLECTING;
import static city.c3po.reporting.report.ReportState.FROZEN;
import static city.c3po.reporting.report.ReportState.IN_REVIEW;
import static city.c3po.reporting.report.ReportState.PUBLISHED;
import static city.c3po.reporting.report.ReportState.SCHEDULED;
import static city.c3po.reporting.report.ReportState.SUPERSEDED;
import static city.c3po.reporting.report.ReportState.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.RuleViolation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReportStateTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Actor PPM = actor("ppm", Roles.PORTFOLIO_MANAGER);
    private static final Actor SECOND = actor("ppm-2", Roles.PORTFOLIO_MANAGER);
    private static final Frozen FIGURES = new Frozen(1, 7, "a".repeat(64), null, null, null, NOON, "ppm", null);

    private static Actor actor(String sub, String role) {
        return new Actor(sub, "city", "cli", sub, Set.of(role), Set.of(), Set.of(), Set.of("committee"), null, NOON);
    }

    private static Report fresh() {
        var report = new Report(
                Schedule.of(
                        new Cycle("committee", "Report", DAY, DAY, null, null, null),
                        Instant.parse("2026-03-02T07:59:59Z"),
                        Instant.parse("2026-03-02T07:59:59Z")),
                2026,
                null,
                NOON);
        report.schedule(PPM, NOON);
        return report;
    }

    private static Report in(ReportState state) {
        var report = fresh();
        switch (state) {
            case SCHEDULED -> {}
            case COLLECTING -> report.collect(PPM, NOON);
            case FROZEN -> in(report, COLLECTING, r -> r.freeze(PPM, FIGURES, NOON));
            case IN_REVIEW -> in(report, FROZEN, r -> r.review(PPM, NOON));
            case PUBLISHED -> in(report, IN_REVIEW, r -> r.publish(SECOND, NOON));
            case SUPERSEDED -> in(report, PUBLISHED, r -> r.supersede(PPM, report.id(), "why", null, NOON));
            case WITHDRAWN -> in(report, PUBLISHED, r -> r.withdraw(PPM, "why", null, NOON));
            case CANCELLED -> report.cancel(PPM, "why", NOON);
        }
        return report;
    }

    private static void in(Report report, ReportState before, Consumer<Report> step) {
        switch (before) {
            case COLLECTING -> report.collect(PPM, NOON);
            case FROZEN -> in(report, COLLECTING, r -> r.freeze(PPM, FIGURES, NOON));
            case IN_REVIEW -> in(report, FROZEN, r -> r.review(PPM, NOON));
            case PUBLISHED -> in(report, IN_REVIEW, r -> r.publish(SECOND, NOON));
            case SCHEDULED, SUPERSEDED, WITHDRAWN, CANCELLED -> throw new IllegalArgumentException(before.name());
        }
        step.accept(report);
    }

    private static final Map<ReportAction, BiConsumer<Report, Actor>> VERBS = new TreeMap<>(Map.of(
            ReportAction.COLLECT, (report, by) -> report.collect(by, NOON),
            ReportAction.FREEZE, (report, by) -> report.freeze(by, FIGURES, NOON),
            ReportAction.REVIEW, (report, by) -> report.review(by, NOON),
            ReportAction.RETURN, (report, by) -> report.giveBack(by, "why", NOON),
            ReportAction.PUBLISH, (report, by) -> report.publish(by, NOON),
            ReportAction.SUPERSEDE, (report, by) -> report.supersede(by, report.id(), "why", null, NOON),
            ReportAction.WITHDRAW, (report, by) -> report.withdraw(by, "why", null, NOON),
            ReportAction.CANCEL, (report, by) -> report.cancel(by, "why", NOON)));

    private static final Map<ReportAction, ReportState> LEADS_TO = Map.of(
            ReportAction.COLLECT, COLLECTING,
            ReportAction.FREEZE, FROZEN,
            ReportAction.REVIEW, IN_REVIEW,
            ReportAction.RETURN, COLLECTING,
            ReportAction.PUBLISH, PUBLISHED,
            ReportAction.SUPERSEDE, SUPERSEDED,
            ReportAction.WITHDRAW, WITHDRAWN,
            ReportAction.CANCEL, CANCELLED);

    private static final Map<ReportState, Set<ReportAction>> POSSIBLE = Map.of(
            SCHEDULED, Set.of(ReportAction.COLLECT, ReportAction.CANCEL),
            COLLECTING, Set.of(ReportAction.FREEZE, ReportAction.CANCEL),
            FROZEN, Set.of(ReportAction.REVIEW, ReportAction.RETURN, ReportAction.CANCEL),
            IN_REVIEW, Set.of(ReportAction.PUBLISH, ReportAction.RETURN, ReportAction.CANCEL),
            PUBLISHED, Set.of(ReportAction.SUPERSEDE, ReportAction.WITHDRAW),
            SUPERSEDED, Set.of(),
            WITHDRAWN, Set.of(),
            CANCELLED, Set.of());

    @Test
    void everyVerbLeadsWhereItShouldAndNowhereElse() {
        for (var state : ReportState.values()) {
            VERBS.forEach((action, verb) -> {
                var report = in(state);
                if (POSSIBLE.get(state).contains(action)) {
                    verb.accept(report, SECOND);
                    assertEquals(LEADS_TO.get(action), report.reportState(), state + " " + action);
                } else {
                    var refused =
                            assertThrows(RuleViolation.class, () -> verb.accept(report, SECOND), state + " " + action);
                    assertEquals("illegal-move", refused.rule().code(), state + " " + action);
                    assertEquals(state, report.reportState());
                }
            });
        }
    }

    @Test
    void whoMayDoWhat() {
        var clerk = actor("clerk", Roles.CLERK);
        var auditor = actor("auditor", Roles.AUDITOR);
        assertEquals(
                Set.of(ReportAction.PUBLISH, ReportAction.RETURN, ReportAction.CANCEL),
                in(IN_REVIEW).allowedActions(clerk));
        assertEquals(Set.of(), in(IN_REVIEW).allowedActions(auditor));
        assertEquals(
                Set.of(ReportAction.RETURN, ReportAction.CANCEL), in(IN_REVIEW).allowedActions(PPM), "who froze it");
        assertEquals(
                Set.of(ReportAction.EDIT, ReportAction.COLLECT, ReportAction.CANCEL),
                in(SCHEDULED).allowedActions(PPM));
        for (var by : List.of(clerk, auditor)) {
            var refused = assertThrows(RuleViolation.class, () -> in(COLLECTING).freeze(by, FIGURES, NOON));
            assertEquals("office-reports", refused.rule().code());
        }
    }

    @Test
    void whoAsksTwiceForAFreezeWaitsOnce() {
        var report = in(COLLECTING);
        assertEquals(1, report.requestFreeze(PPM, NOON).size());
        assertEquals(0, report.requestFreeze(SECOND, NOON).size());
        report.refuseFreeze("roll-forward-balances", NOON);
        assertEquals("roll-forward-balances", report.freezeRequest().refusedFor());
        assertEquals(1, report.requestFreeze(PPM, NOON).size());
    }
}
