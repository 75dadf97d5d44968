package city.c3po.portfolio.changerequest;

import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.ANOTHER_DECIDES;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.BASELINE_FIRST;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.DECISION_NAMED;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.INVOLVED_ASKS;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.PROJECT_CURRENCY;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.SPONSOR_OR_OFFICE_DECIDES;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.WITHIN_AUTHORITY;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.WRITER_ONLY;
import static city.c3po.portfolio.project.SomeProject.LEAD;
import static city.c3po.portfolio.project.SomeProject.NOON;
import static city.c3po.portfolio.project.SomeProject.SPONSOR;
import static city.c3po.portfolio.project.SomeProject.STRANGER;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.Actors;
import city.c3po.portfolio.StateVerbs;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.SomeProject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChangeRequestTest {
    private static final Impact IMPACT = new Impact(Money.of("5000.00"), 3, null);
    private static final Reference BASELINE = new Reference("baseline", "b", "Baseline 1", "/v1/x");

    @TestFactory
    Stream<DynamicTest> every_verb_is_possible_exactly_where_the_table_says_so() {
        return StateVerbs.matrix(
                Arrays.stream(ChangeRequestState.values())
                        .collect(Collectors.toMap(Function.identity(), state -> () -> in(state))),
                Map.<ChangeRequestAction, Consumer<ChangeRequest>>of(
                        ChangeRequestAction.EDIT, request -> request.edit(LEAD, text("Fewer reports"), NOON),
                        ChangeRequestAction.SUBMIT, request -> request.submit(LEAD, NOON),
                        ChangeRequestAction.ASSESS, request -> request.assess(LEAD, IMPACT, NOON),
                        ChangeRequestAction.APPROVE, request -> approve(request, SPONSOR, null, 5000),
                        ChangeRequestAction.REJECT, request -> request.reject(SPONSOR, "No", NOON),
                        ChangeRequestAction.DEFER, request -> request.defer(SPONSOR, "Later", NOON),
                        ChangeRequestAction.IMPLEMENT, request -> request.implement(SPONSOR, BASELINE, NOON)),
                Map.of(
                        ChangeRequestState.DRAFT, EnumSet.of(ChangeRequestAction.EDIT, ChangeRequestAction.SUBMIT),
                        ChangeRequestState.SUBMITTED, EnumSet.of(ChangeRequestAction.ASSESS),
                        ChangeRequestState.ASSESSED,
                                EnumSet.of(
                                        ChangeRequestAction.APPROVE,
                                        ChangeRequestAction.REJECT,
                                        ChangeRequestAction.DEFER),
                        ChangeRequestState.APPROVED, EnumSet.of(ChangeRequestAction.IMPLEMENT),
                        ChangeRequestState.REJECTED, EnumSet.noneOf(ChangeRequestAction.class),
                        ChangeRequestState.DEFERRED, EnumSet.of(ChangeRequestAction.EDIT, ChangeRequestAction.SUBMIT),
                        ChangeRequestState.IMPLEMENTED, EnumSet.noneOf(ChangeRequestAction.class)));
    }

    @Test
    void the_sponsor_decides_up_to_their_authority_and_the_office_beyond_it_on_a_decision() {
        var request = in(ChangeRequestState.ASSESSED);
        approve(in(ChangeRequestState.ASSESSED), SPONSOR, null, 11000);
        assertBreaks(WITHIN_AUTHORITY, () -> approve(request, SPONSOR, "DEC-2026-0001", 11001));
        assertBreaks(DECISION_NAMED, () -> approve(request, OFFICE, null, 11001));
        approve(request, OFFICE, "DEC-2026-0001", 11001);
    }

    @Test
    void who_may() {
        var request = in(ChangeRequestState.ASSESSED);
        assertBreaks(ANOTHER_DECIDES, () -> request.reject(assessor(request), "No", NOON));
        assertBreaks(SPONSOR_OR_OFFICE_DECIDES, () -> request.reject(LEAD, "No", NOON));
        assertBreaks(WRITER_ONLY, () -> in(ChangeRequestState.DRAFT).submit(SPONSOR, NOON));
        assertBreaks(INVOLVED_ASKS, () -> draft(SomeProject.baselined(), STRANGER));
        assertBreaks(BASELINE_FIRST, () -> draft(SomeProject.led(), LEAD));
        assertBreaks(
                PROJECT_CURRENCY,
                () -> in(ChangeRequestState.SUBMITTED)
                        .assess(LEAD, new Impact(new Money(BigDecimal.ONE, "EUR"), 0, null), NOON));
    }

    /** The office person who assessed it. */
    private static Actor assessor(ChangeRequest request) {
        return Actors.person(Objects.requireNonNull(request.assessedBy()), Set.of(Roles.PORTFOLIO_MANAGER), Set.of());
    }

    private static ChangeRequest in(ChangeRequestState state) {
        var request = draft(SomeProject.baselined(), LEAD);
        if (state != ChangeRequestState.DRAFT) {
            request.submit(LEAD, NOON);
        }
        if (state != ChangeRequestState.DRAFT && state != ChangeRequestState.SUBMITTED) {
            request.assess(LEAD, IMPACT, NOON);
        }
        switch (state) {
            case DRAFT, SUBMITTED, ASSESSED -> {}
            case APPROVED -> approve(request, SPONSOR, null, 5000);
            case REJECTED -> request.reject(SPONSOR, "No", NOON);
            case DEFERRED -> request.defer(SPONSOR, "Later", NOON);
            case IMPLEMENTED -> {
                approve(request, SPONSOR, null, 5000);
                request.implement(SPONSOR, BASELINE, NOON);
            }
        }
        return request;
    }

    private static ChangeRequest draft(Project project, Actor by) {
        var request = new ChangeRequest(project, by, text("More reports"), null, 2026, NOON);
        request.draft(by, NOON);
        return request;
    }

    private static void approve(ChangeRequest request, Actor by, @Nullable String decision, int cumulative) {
        var authority = new Authority(new Money(BigDecimal.valueOf(cumulative), "USD"), 3, Money.of("11000.00"), 15);
        request.approve(by, "Yes", decision, authority, NOON);
    }

    private static ChangeText text(String title) {
        return new ChangeText(title, "Users ask for it", null, null);
    }
}
