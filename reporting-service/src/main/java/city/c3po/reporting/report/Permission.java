package city.c3po.reporting.report;

import static city.c3po.reporting.report.ReportRule.OFFICE_OR_CLERK;
import static city.c3po.reporting.report.ReportRule.OFFICE_REPORTS;
import static city.c3po.reporting.report.ReportRule.SECOND_PERSON_PUBLISHES;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import org.jspecify.annotations.Nullable;

/** Who may do what to a report. */
final class Permission {
    private Permission() {}

    /** @param frozen by whom its figures were made to stand, if they do */
    static void check(Actor by, ReportAction action, String body, @Nullable Frozen frozen) {
        switch (action) {
            case SCHEDULE, EDIT, COLLECT, FREEZE, REVIEW, SUPERSEDE -> OFFICE_REPORTS.require(office(by));
            case RETURN, WITHDRAW, CANCEL -> OFFICE_OR_CLERK.require(office(by) || clerk(by, body));
            case PUBLISH -> {
                OFFICE_OR_CLERK.require(office(by) || clerk(by, body));
                SECOND_PERSON_PUBLISHES.require(frozen == null || !by.is(frozen.by()));
            }
        }
    }

    private static boolean office(Actor by) {
        return by.has(Roles.PORTFOLIO_MANAGER);
    }

    private static boolean clerk(Actor by, String body) {
        return by.has(Roles.CLERK) && by.bodies().contains(body);
    }
}
