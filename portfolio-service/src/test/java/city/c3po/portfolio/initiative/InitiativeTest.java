package city.c3po.portfolio.initiative;

import static city.c3po.platform.rule.Convention.ILLEGAL_MOVE;
import static city.c3po.portfolio.Actors.COLLEAGUE;
import static city.c3po.portfolio.Actors.FINANCE;
import static city.c3po.portfolio.Actors.LIBRARIAN;
import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Actors.OFFICE_2;
import static city.c3po.portfolio.Actors.PROCUREMENT;
import static city.c3po.portfolio.Actors.SUBMITTER;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.initiative.InitiativeAction.ALIGN;
import static city.c3po.portfolio.initiative.InitiativeAction.ANSWER_LESSON;
import static city.c3po.portfolio.initiative.InitiativeAction.ASSIGN_PPM;
import static city.c3po.portfolio.initiative.InitiativeAction.CLOSE;
import static city.c3po.portfolio.initiative.InitiativeAction.CONFIRM_OVERRIDE;
import static city.c3po.portfolio.initiative.InitiativeAction.CONVERT;
import static city.c3po.portfolio.initiative.InitiativeAction.DECIDE;
import static city.c3po.portfolio.initiative.InitiativeAction.DELEGATE;
import static city.c3po.portfolio.initiative.InitiativeAction.DOCKET;
import static city.c3po.portfolio.initiative.InitiativeAction.EDIT;
import static city.c3po.portfolio.initiative.InitiativeAction.MARK_DUPLICATE;
import static city.c3po.portfolio.initiative.InitiativeAction.MERGE;
import static city.c3po.portfolio.initiative.InitiativeAction.OVERRIDE_TRIAGE;
import static city.c3po.portfolio.initiative.InitiativeAction.REJECT_OVERRIDE;
import static city.c3po.portfolio.initiative.InitiativeAction.RETURN;
import static city.c3po.portfolio.initiative.InitiativeAction.SCORE;
import static city.c3po.portfolio.initiative.InitiativeAction.START_REVIEW;
import static city.c3po.portfolio.initiative.InitiativeAction.SUBMIT;
import static city.c3po.portfolio.initiative.InitiativeAction.WITHDRAW;
import static city.c3po.portfolio.initiative.InitiativeState.APPROVED;
import static city.c3po.portfolio.initiative.InitiativeState.CLOSED;
import static city.c3po.portfolio.initiative.InitiativeState.CONDITIONALLY_APPROVED;
import static city.c3po.portfolio.initiative.InitiativeState.CONVERTED;
import static city.c3po.portfolio.initiative.InitiativeState.DEFERRED;
import static city.c3po.portfolio.initiative.InitiativeState.ON_DOCKET;
import static city.c3po.portfolio.initiative.InitiativeState.REJECTED;
import static city.c3po.portfolio.initiative.InitiativeState.SCORED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Event;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.Actors;
import city.c3po.portfolio.reference.ReferenceRule;
import city.c3po.portfolio.triage.Aggregation;
import city.c3po.portfolio.triage.Outcome;
import city.c3po.portfolio.triage.Policies;
import city.c3po.portfolio.triage.Profile;
import city.c3po.portfolio.triage.TriagePolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InitiativeTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final TriagePolicy POLICY = Policies.inTheMix();
    private static final Surroundings IN_FORCE = () -> POLICY;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    // drafting and editing

    @Test
    void a_title_and_a_department_are_enough_for_a_draft() {
        var initiative = new Initiative(SUBMITTER, Proposals.bare(), null, 2026, NOON);
        var events = initiative.draft(SUBMITTER, NOON);
        assertEquals(List.of(new InitiativeEvent.Drafted("Website Recovery Project", "DEP-PW", NOON)), events);
        assertEquals(InitiativeState.DRAFT, initiative.initiativeState());
        assertEquals(Set.of(EDIT, SUBMIT, WITHDRAW), initiative.allowedActions(SUBMITTER));
        assertEquals(Set.of(), initiative.allowedActions(OFFICE));
    }

    @Test
    void a_submitter_drafts_for_the_own_department_only() {
        var initiative = new Initiative(LIBRARIAN, Proposals.bare(), null, 2026, NOON);
        assertBreaks(InitiativeRule.OWN_DEPARTMENT, () -> initiative.draft(LIBRARIAN, NOON));
    }

    @Test
    void a_draft_is_simply_rewritten() {
        var initiative = draft(Proposals.bare());
        assertEquals(types("edited"), types(initiative.edit(COLLEAGUE, Proposals.minor(), IN_FORCE, NOON)));
        assertEquals(Proposals.minor().settled(false), initiative.proposal());
        assertEquals(0, initiative.triage().revision());
        assertNull(initiative.triage().result());
        assertEquals(List.of("ada", "bo"), initiative.authors());
    }

    @Test
    void saying_the_same_again_is_no_change() {
        var initiative = submitted(Proposals.major());
        assertEquals(List.of(), initiative.edit(COLLEAGUE, Proposals.major(), IN_FORCE, NOON));
        assertEquals(1, initiative.triage().revision());
        assertEquals(List.of("ada"), initiative.authors());
    }

    @Test
    void nobody_but_the_department_writes_it() {
        var initiative = draft(Proposals.bare());
        for (var other : List.of(LIBRARIAN, OFFICE, FINANCE)) {
            assertBreaks(
                    InitiativeRule.OWN_INITIATIVE, () -> initiative.edit(other, Proposals.minor(), IN_FORCE, NOON));
            assertBreaks(InitiativeRule.OWN_INITIATIVE, () -> initiative.submit(other, IN_FORCE, NOON));
            assertBreaks(InitiativeRule.OWN_INITIATIVE, () -> initiative.withdraw(other, "no", NOON));
        }
    }

    @Test
    void it_is_not_handed_to_a_department_one_does_not_speak_for() {
        var initiative = draft(Proposals.bare());
        var foreign = Proposals.of("DEP-LIB", null, null, null, null, Profile.UNANSWERED);
        assertBreaks(InitiativeRule.OWN_DEPARTMENT, () -> initiative.edit(SUBMITTER, foreign, IN_FORCE, NOON));
    }

    @Test
    void whoever_created_it_goes_on_writing_it_from_another_department() {
        var initiative = draft(Proposals.bare());
        var moved = Actors.person("ada", Set.of(Roles.SUBMITTER), Set.of("DEP-LIB"));
        assertEquals(types("edited"), types(initiative.edit(moved, Proposals.minor(), IN_FORCE, NOON)));
    }

    @Test
    void sample_data_is_said_at_creation_only() {
        var initiative = draft(Proposals.bare());
        assertBreaks(
                ReferenceRule.SAMPLE_DATA_IS_FIXED,
                () -> initiative.edit(SUBMITTER, Proposals.minor().settled(true), IN_FORCE, NOON));
        var sample = draft(Proposals.bare().settled(true));
        sample.edit(SUBMITTER, Proposals.minor(), IN_FORCE, NOON);
        assertEquals(true, sample.proposal().sampleData());
    }

    @Test
    void a_feeding_system_writes_its_own_records_and_no_others() {
        var initiative = new Initiative(FINANCE, Proposals.minor(), "finance", 2026, NOON);
        initiative.draft(FINANCE, NOON);
        initiative.submit(FINANCE, IN_FORCE, NOON);
        assertEquals(InitiativeState.TRIAGED, initiative.initiativeState());
        assertBreaks(
                InitiativeRule.OWN_INITIATIVE, () -> initiative.edit(PROCUREMENT, Proposals.major(), IN_FORCE, NOON));
        assertTrue(initiative.access().visibleTo(FINANCE));
        assertFalse(initiative.access().visibleTo(PROCUREMENT));
    }

    @Test
    void vendors_and_other_systems_do_not_see_it_but_the_citys_people_do() {
        var initiative = submitted(Proposals.major());
        var vendor = new Actor("v", "i", "c", "v", Set.of(Roles.VENDOR), Set.of(), Set.of(), Set.of(), "V-1001", null);
        assertFalse(initiative.access().visibleTo(vendor));
        assertFalse(initiative.access().visibleTo(FINANCE));
        assertFalse(initiative.access().visibleTo(Actors.person("r", Set.of(), Set.of())));
        assertTrue(initiative.access().visibleTo(LIBRARIAN));
        assertTrue(initiative.access().visibleTo(Actors.person("a", Set.of(Roles.AUDITOR), Set.of())));
    }

    // submitting: triage in the same breath

    @Test
    void submitting_triages_at_once_and_a_known_class_moves_it_on() {
        var initiative = draft(Proposals.major());
        var events = initiative.submit(SUBMITTER, IN_FORCE, NOON);
        assertEquals(types("submitted", "triaged"), types(events));
        assertEquals(InitiativeState.TRIAGED, initiative.initiativeState());
        assertEquals(Outcome.MAJOR, outcome(initiative));
        assertEquals(1, initiative.triage().revision());
        assertEquals(NOON, initiative.submittedAt());
        assertEquals(Outcome.MINOR, outcome(submitted(Proposals.minor())));
    }

    @Test
    void with_answers_missing_it_stays_submitted() {
        var initiative = submitted(Proposals.bare());
        assertEquals(InitiativeState.SUBMITTED, initiative.initiativeState());
        assertEquals(Outcome.NEEDS_INFORMATION, outcome(initiative));
        assertEquals(13, initiative.triage().result().missing().size());
        assertBreaks(ILLEGAL_MOVE, () -> initiative.delegate(OFFICE, NOON));
        assertBreaks(ILLEGAL_MOVE, () -> initiative.startReview(OFFICE, NOON));
    }

    @Test
    void a_triage_can_be_repeated_from_what_it_kept() {
        var triage = submitted(Proposals.major()).triage().result();
        assertEquals(triage, POLICY.triage(triage.inputs(), triage.revision(), triage.at()));
    }

    // revisions

    @Test
    void an_answer_given_after_submission_is_a_revision_that_is_triaged() {
        var initiative = submitted(Proposals.bare());
        var events = initiative.edit(SUBMITTER, Proposals.minor(), IN_FORCE, NOON);
        assertEquals(types("revised", "triaged"), types(events));
        assertEquals(2, initiative.triage().revision());
        assertEquals(InitiativeState.TRIAGED, initiative.initiativeState());
    }

    @Test
    void a_class_that_changes_is_told_and_routed_again() {
        var initiative = submitted(Proposals.minor());
        var events = initiative.edit(SUBMITTER, Proposals.major(), IN_FORCE, NOON);
        assertEquals(types("revised", "triaged", "reclassified"), types(events));
        assertEquals(new InitiativeEvent.Reclassified(Outcome.MINOR, Outcome.MAJOR, NOON), events.getLast());
        assertEquals(InitiativeState.TRIAGED, initiative.initiativeState());
    }

    @Test
    void an_answer_taken_back_takes_it_back_to_submitted() {
        var initiative = submitted(Proposals.minor());
        initiative.edit(SUBMITTER, Proposals.bare(), IN_FORCE, NOON);
        assertEquals(InitiativeState.SUBMITTED, initiative.initiativeState());
    }

    @Test
    void a_delegated_one_that_grows_comes_back_to_the_office() {
        var initiative = in(InitiativeState.DELEGATED);
        initiative.edit(SUBMITTER, Proposals.costing("120000.00"), IN_FORCE, NOON);
        assertEquals(InitiativeState.DELEGATED, initiative.initiativeState());
        initiative.edit(SUBMITTER, Proposals.major(), IN_FORCE, NOON);
        assertEquals(InitiativeState.TRIAGED, initiative.initiativeState());
    }

    @Test
    void a_review_goes_on_while_the_class_stays_and_ends_when_it_changes() {
        var initiative = in(InitiativeState.UNDER_REVIEW);
        initiative.edit(SUBMITTER, Proposals.costing("900000.00"), IN_FORCE, NOON);
        assertEquals(InitiativeState.UNDER_REVIEW, initiative.initiativeState());
        initiative.edit(SUBMITTER, Proposals.minor(), IN_FORCE, NOON);
        assertEquals(InitiativeState.TRIAGED, initiative.initiativeState());
        assertEquals(Outcome.MINOR, outcome(initiative));
    }

    // the office

    @Test
    void a_minor_one_is_delegated_and_a_major_one_is_not() {
        var minor = submitted(Proposals.minor());
        assertEquals(List.of(new InitiativeEvent.Delegated("DEP-PW", NOON)), minor.delegate(OFFICE, NOON));
        assertEquals(InitiativeState.DELEGATED, minor.initiativeState());
        var major = submitted(Proposals.major());
        assertBreaks(ILLEGAL_MOVE, () -> major.delegate(OFFICE, NOON));
    }

    @Test
    void a_major_one_is_reviewed_once_it_has_a_ppm() {
        var initiative = submitted(Proposals.major());
        assertFalse(initiative.allowedActions(OFFICE).contains(START_REVIEW));
        assertBreaks(InitiativeRule.PPM_ASSIGNED, () -> initiative.startReview(OFFICE, NOON));
        assertEquals(
                List.of(new InitiativeEvent.PpmAssigned("pia", null, NOON)), initiative.assignPpm(OFFICE, "pia", NOON));
        assertTrue(initiative.allowedActions(OFFICE).contains(START_REVIEW));
        assertEquals(List.of(new InitiativeEvent.ReviewStarted("pia", NOON)), initiative.startReview(OFFICE, NOON));
        assertEquals(InitiativeState.UNDER_REVIEW, initiative.initiativeState());
    }

    @Test
    void a_ppm_is_replaced_but_not_by_the_same_and_not_by_an_author() {
        var initiative = submitted(Proposals.major());
        initiative.assignPpm(OFFICE, "pia", NOON);
        assertEquals(List.of(), initiative.assignPpm(OFFICE, "pia", NOON));
        assertEquals(
                List.of(new InitiativeEvent.PpmAssigned("paul", "pia", NOON)),
                initiative.assignPpm(OFFICE, "paul", NOON));
        assertBreaks(InitiativeRule.PPM_WROTE_NONE_OF_IT, () -> initiative.assignPpm(OFFICE, "ada", NOON));
        assertTrue(initiative.access().people().contains("paul"));
    }

    @Test
    void a_ppm_who_wrote_something_after_all_does_not_review() {
        var initiative = submitted(Proposals.major());
        initiative.assignPpm(OFFICE, "bo", NOON);
        initiative.edit(COLLEAGUE, Proposals.costing("900000.00"), IN_FORCE, NOON);
        assertBreaks(InitiativeRule.PPM_WROTE_NONE_OF_IT, () -> initiative.startReview(OFFICE, NOON));
    }

    @Test
    void a_returned_one_is_a_draft_with_its_answers_and_comments() {
        var initiative = in(InitiativeState.UNDER_REVIEW);
        initiative.giveBack(OFFICE, "Which users?", NOON);
        assertEquals(InitiativeState.DRAFT, initiative.initiativeState());
        assertEquals(Proposals.major().settled(false), initiative.proposal());
        assertEquals(List.of(new Comment(RETURN, "Which users?", "paul", NOON)), initiative.comments());
        var events = initiative.submit(SUBMITTER, IN_FORCE, NOON);
        assertEquals(types("submitted", "triaged"), types(events));
        assertEquals(2, initiative.triage().revision());
        assertEquals(1, initiative.comments().size());
    }

    @Test
    void the_office_is_portfolio_managers_only() {
        for (var other : List.of(SUBMITTER, LIBRARIAN, FINANCE)) {
            officeVerbs()
                    .forEach((action, verb) -> assertBreaks(
                            InitiativeRule.OFFICE_ONLY,
                            () -> verb.accept(new Turn(submitted(Proposals.major()), other))));
        }
    }

    @Test
    void nobody_of_the_office_acts_on_what_they_wrote() {
        var both = Actors.person("bo", Set.of(Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER), Set.of("DEP-PW"));
        var initiative = submitted(Proposals.bare());
        initiative.edit(both, Proposals.major(), IN_FORCE, NOON);
        officeVerbs()
                .forEach((action, verb) ->
                        assertBreaks(InitiativeRule.FOUR_EYES, () -> verb.accept(new Turn(initiative, both))));
        assertEquals(Set.of(EDIT, WITHDRAW, OVERRIDE_TRIAGE), initiative.allowedActions(both));
    }

    @Test
    void a_withdrawn_one_says_why_and_does_not_come_back() {
        var initiative = submitted(Proposals.major());
        var events = initiative.withdraw(COLLEAGUE, "Done by the county", NOON);
        assertEquals("Done by the county", events.getFirst().why());
        assertEquals(Set.of(), initiative.allowedActions(SUBMITTER));
        assertBreaks(ILLEGAL_MOVE, () -> initiative.submit(SUBMITTER, IN_FORCE, NOON));
    }

    // overrides

    @Test
    void an_override_takes_a_reason_and_two_persons() {
        var initiative = submitted(Proposals.minor());
        initiative.overrideTriage(OFFICE, Outcome.MAJOR, "The mayor promised it", NOON);
        assertEquals(Outcome.MINOR, outcome(initiative));
        assertBreaks(InitiativeRule.SECOND_PERSON_CONFIRMS, () -> initiative.confirmOverride(OFFICE, NOON));
        var events = initiative.confirmOverride(OFFICE_2, NOON);
        assertEquals(types("triageOverridden", "reclassified"), types(events));
        assertEquals(Outcome.MAJOR, outcome(initiative));
        var override = initiative.triage().result().override();
        assertNotNull(override);
        assertEquals("paul", override.requestedBy());
        assertEquals("pia", override.confirmedBy());
        assertEquals("The mayor promised it", override.reason());
        assertNull(initiative.triage().overrideRequest());
    }

    @Test
    void a_department_asks_upward_and_never_downward() {
        var minor = submitted(Proposals.minor());
        minor.overrideTriage(SUBMITTER, Outcome.MAJOR, "We need help", NOON);
        minor.confirmOverride(OFFICE, NOON);
        assertEquals(Outcome.MAJOR, outcome(minor));
        var major = submitted(Proposals.major());
        assertBreaks(
                InitiativeRule.NEVER_DOWNWARD_BY_THE_DEPARTMENT,
                () -> major.overrideTriage(SUBMITTER, Outcome.MINOR, "It is small", NOON));
        var both = Actors.person("bo", Set.of(Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER), Set.of("DEP-PW"));
        assertBreaks(
                InitiativeRule.NEVER_DOWNWARD_BY_THE_DEPARTMENT,
                () -> major.overrideTriage(both, Outcome.MINOR, "It is small", NOON));
    }

    @Test
    void a_department_does_not_confirm_and_a_stranger_does_not_ask() {
        var initiative = submitted(Proposals.minor());
        assertBreaks(
                InitiativeRule.OFFICE_ONLY,
                () -> initiative.overrideTriage(LIBRARIAN, Outcome.MAJOR, "Interesting", NOON));
        initiative.overrideTriage(SUBMITTER, Outcome.MAJOR, "We need help", NOON);
        assertBreaks(InitiativeRule.OFFICE_ONLY, () -> initiative.confirmOverride(COLLEAGUE, NOON));
    }

    @Test
    void unknown_is_never_minor_not_even_for_two_persons() {
        var open = submitted(Proposals.bare());
        assertBreaks(
                InitiativeRule.UNKNOWN_IS_NEVER_MINOR,
                () -> open.overrideTriage(OFFICE, Outcome.MINOR, "Trust us", NOON));
        open.overrideTriage(OFFICE, Outcome.MAJOR, "It is the county's system", NOON);
        open.confirmOverride(OFFICE_2, NOON);
        assertEquals(InitiativeState.TRIAGED, open.initiativeState());
        // and once it was called MAJOR, the open questions still keep it from MINOR
        assertBreaks(
                InitiativeRule.UNKNOWN_IS_NEVER_MINOR,
                () -> open.overrideTriage(OFFICE, Outcome.MINOR, "On second thought", NOON));
    }

    @Test
    void an_override_names_another_class() {
        var major = submitted(Proposals.major());
        assertBreaks(
                InitiativeRule.OVERRIDE_CHANGES_CLASS, () -> major.overrideTriage(OFFICE, Outcome.MAJOR, "Sure", NOON));
        assertBreaks(
                InitiativeRule.OVERRIDE_CHANGES_CLASS,
                () -> major.overrideTriage(OFFICE, Outcome.NEEDS_INFORMATION, "Hm", NOON));
    }

    @Test
    void a_step_up_outlives_a_revision_and_a_step_down_does_not() {
        var up = overridden(Proposals.minor(), Outcome.MAJOR);
        var events = up.edit(SUBMITTER, Proposals.costing("100000.01"), IN_FORCE, NOON);
        assertEquals(types("revised", "triaged"), types(events));
        assertEquals(Outcome.MAJOR, outcome(up));
        assertEquals(Outcome.MINOR, up.triage().result().byCriteria());
        var down = overridden(Proposals.major(), Outcome.MINOR);
        assertEquals(Outcome.MINOR, outcome(down));
        down.edit(SUBMITTER, Proposals.costing("600000.00"), IN_FORCE, NOON);
        assertEquals(Outcome.MAJOR, outcome(down));
        assertNull(down.triage().result().override());
    }

    @Test
    void an_override_may_be_rejected_or_taken_back() {
        var initiative = submitted(Proposals.minor());
        initiative.overrideTriage(OFFICE, Outcome.MAJOR, "Loud", NOON);
        assertBreaks(ILLEGAL_MOVE, () -> initiative.overrideTriage(OFFICE_2, Outcome.MAJOR, "Me too", NOON));
        var events = initiative.rejectOverride(OFFICE, "Not that loud", NOON);
        assertEquals(types("overrideRejected"), types(events));
        assertNull(initiative.triage().overrideRequest());
        assertEquals(Outcome.MINOR, outcome(initiative));
        assertBreaks(ILLEGAL_MOVE, () -> initiative.confirmOverride(OFFICE_2, NOON));
    }

    @Test
    void a_new_triage_and_leaving_the_office_void_an_override_that_awaits_its_second_person() {
        var revised = submitted(Proposals.minor());
        revised.overrideTriage(OFFICE, Outcome.MAJOR, "Loud", NOON);
        revised.edit(SUBMITTER, Proposals.costing("1.00"), IN_FORCE, NOON);
        assertNull(revised.triage().overrideRequest());
        var returned = submitted(Proposals.minor());
        returned.overrideTriage(OFFICE, Outcome.MAJOR, "Loud", NOON);
        returned.giveBack(OFFICE, "Rework", NOON);
        assertNull(returned.triage().overrideRequest());
        var withdrawn = submitted(Proposals.minor());
        withdrawn.overrideTriage(OFFICE, Outcome.MAJOR, "Loud", NOON);
        withdrawn.withdraw(SUBMITTER, "Done by the county", NOON);
        assertNull(withdrawn.triage().overrideRequest());
    }

    // duplicates and merges

    @Test
    void a_duplicate_names_the_one_that_goes_on() {
        var original = submitted(Proposals.major());
        var copy = submitted(Proposals.major());
        copy.markDuplicate(OFFICE, original, "Same app", NOON);
        assertEquals(InitiativeState.DUPLICATE, copy.initiativeState());
        assertEquals(original.reference(), copy.duplicateOf());
        var part = submitted(Proposals.minor());
        part.merge(OFFICE, original, null, NOON);
        assertEquals(InitiativeState.MERGED, part.initiativeState());
        assertEquals(original.reference(), part.mergedInto());
    }

    @Test
    void nothing_is_a_duplicate_of_itself_or_merges_into_itself() {
        var initiative = submitted(Proposals.major());
        assertBreaks(InitiativeRule.OTHER_INITIATIVE, () -> initiative.markDuplicate(OFFICE, initiative, null, NOON));
        assertBreaks(InitiativeRule.OTHER_INITIATIVE, () -> initiative.merge(OFFICE, initiative, null, NOON));
    }

    @Test
    void a_chain_never_closes_because_its_end_goes_on() {
        var a = submitted(Proposals.major());
        var b = submitted(Proposals.major());
        var c = submitted(Proposals.major());
        a.markDuplicate(OFFICE, b, null, NOON);
        b.merge(OFFICE, c, null, NOON);
        assertBreaks(InitiativeRule.TARGET_GOES_ON, () -> c.markDuplicate(OFFICE, a, null, NOON));
        assertBreaks(InitiativeRule.TARGET_GOES_ON, () -> c.merge(OFFICE, b, null, NOON));
        var gone = in(InitiativeState.WITHDRAWN);
        assertBreaks(InitiativeRule.TARGET_GOES_ON, () -> c.merge(OFFICE, gone, null, NOON));
    }

    // what awaits whom

    @Test
    void the_department_is_asked_for_answers_and_the_ppm_for_the_review() {
        var initiative = submitted(Proposals.bare());
        assertEquals(
                List.of(false),
                initiative.tasks().stream().map(task -> task.done()).toList());
        assertEquals("ada", initiative.tasks().getFirst().assignee());
        initiative.edit(SUBMITTER, Proposals.major(), IN_FORCE, NOON);
        initiative.assignPpm(OFFICE, "pia", NOON);
        assertEquals(
                List.of(true, false),
                initiative.tasks().stream().map(task -> task.done()).toList());
        initiative.startReview(OFFICE_2, NOON);
        assertEquals(
                List.of(true, true),
                initiative.tasks().stream().map(task -> task.done()).toList());
    }

    // lessons of others

    @Test
    void a_lesson_that_applies_is_answered_before_the_office_routes_it() {
        var lesson = new Reference("lesson", UUID.randomUUID().toString(), "LES-2026-0001", "/v1/lessons/l");
        var initiative = draft(Proposals.tagged(Proposals.minor(), "migration"));
        initiative.submit(SUBMITTER, lessons(lesson), NOON);
        var id = UUID.fromString(lesson.id());
        assertBreaks(InitiativeRule.LESSONS_ANSWERED, () -> initiative.delegate(OFFICE, NOON));
        assertBreaks(
                InitiativeRule.OWN_INITIATIVE,
                () -> initiative.answerLesson(LIBRARIAN, id, LessonAnswer.Verdict.ACCEPTED, "ok", NOON));
        assertBreaks(
                InitiativeRule.LESSON_APPLIES,
                () -> initiative.answerLesson(SUBMITTER, UUID.randomUUID(), LessonAnswer.Verdict.ACCEPTED, "ok", NOON));
        initiative.answerLesson(SUBMITTER, id, LessonAnswer.Verdict.WAIVED, "Nothing is migrated", NOON);
        assertEquals(types("delegated"), types(initiative.delegate(OFFICE, NOON)));
    }

    @Test
    void an_answered_lesson_stays_answered_in_a_revision_and_one_that_no_longer_applies_goes() {
        var lesson = new Reference("lesson", UUID.randomUUID().toString(), "LES-2026-0001", "/v1/lessons/l");
        var other = new Reference("lesson", UUID.randomUUID().toString(), "LES-2026-0002", "/v1/lessons/k");
        var initiative = draft(Proposals.tagged(Proposals.minor(), "migration"));
        initiative.submit(SUBMITTER, lessons(lesson, other), NOON);
        initiative.answerLesson(
                SUBMITTER, UUID.fromString(lesson.id()), LessonAnswer.Verdict.ACCEPTED, "We check it", NOON);
        initiative.edit(SUBMITTER, Proposals.tagged(Proposals.costing("7.00"), "migration"), lessons(), NOON);
        assertEquals(
                List.of(lesson),
                initiative.review().lessons().stream().map(LessonAnswer::lesson).toList());
    }

    private static Surroundings lessons(Reference... found) {
        return new Surroundings() {
            @Override
            public TriagePolicy policy() {
                return POLICY;
            }

            @Override
            public List<Reference> lessons(List<String> tags) {
                return List.of(found);
            }
        };
    }

    // splitting

    @Test
    void parts_that_are_above_the_line_together_are_looked_at_by_two_people() {
        var initiative = draft(Proposals.minor());
        var events = initiative.submit(SUBMITTER, together("500000.01"), NOON);
        assertEquals(types("submitted", "triaged", "aggregationFlagged"), types(events));
        assertEquals(Outcome.AGGREGATION_REVIEW, outcome(initiative));
        assertEquals(InitiativeState.SUBMITTED, initiative.initiativeState());
        assertBreaks(ILLEGAL_MOVE, () -> initiative.delegate(OFFICE, NOON));
        assertBreaks(
                InitiativeRule.NEVER_DOWNWARD_BY_THE_DEPARTMENT,
                () -> initiative.overrideTriage(SUBMITTER, Outcome.MINOR, "They are small", NOON));
        initiative.overrideTriage(OFFICE, Outcome.MINOR, "They have nothing in common", NOON);
        assertBreaks(InitiativeRule.SECOND_PERSON_CONFIRMS, () -> initiative.confirmOverride(OFFICE, NOON));
        initiative.confirmOverride(OFFICE_2, NOON);
        assertEquals(InitiativeState.TRIAGED, initiative.initiativeState());
    }

    @Test
    void parts_that_come_to_the_line_exactly_are_minor_but_known() {
        var initiative = draft(Proposals.minor());
        initiative.submit(SUBMITTER, together("500000.00"), NOON);
        assertEquals(Outcome.MINOR, outcome(initiative));
        assertNotNull(initiative.triage().result().aggregation());
    }

    @Test
    void what_is_major_by_itself_stays_major() {
        var initiative = draft(Proposals.major());
        initiative.submit(SUBMITTER, together("900000.00"), NOON);
        assertEquals(Outcome.MAJOR, outcome(initiative));
    }

    @Test
    void a_revision_looks_at_it_together_with_others_again() {
        var initiative = submitted(Proposals.minor());
        initiative.delegate(OFFICE, NOON);
        var events = initiative.edit(SUBMITTER, Proposals.costing("200000.00"), together("600000.00"), NOON);
        assertEquals(types("revised", "triaged", "aggregationFlagged", "reclassified"), types(events));
        assertEquals(InitiativeState.SUBMITTED, initiative.initiativeState());
    }

    private static Surroundings together(String total) {
        return new Surroundings() {
            @Override
            public TriagePolicy policy() {
                return POLICY;
            }

            @Override
            public Optional<Aggregation> together(Initiative initiative, TriagePolicy policy) {
                return Optional.of(new Aggregation(Money.of(total), policy.costLine(), DAY, List.of()));
            }
        };
    }

    // score, board, projects

    @Test
    void a_revision_voids_the_score() {
        var initiative = in(SCORED);
        initiative.edit(SUBMITTER, Proposals.costing("900000.00"), IN_FORCE, NOON);
        assertEquals(InitiativeState.UNDER_REVIEW, initiative.initiativeState());
        assertNull(initiative.boardCase().score());
    }

    @Test
    void what_was_deferred_comes_back_at_its_day_and_not_before() {
        var initiative = in(DEFERRED);
        assertBreaks(InitiativeRule.DEFERRED_UNTIL, () -> initiative.docket(OFFICE, MEETING, DAY.minusDays(1), NOON));
        initiative.docket(OFFICE, MEETING, DAY, NOON);
        assertEquals(ON_DOCKET, initiative.initiativeState());
    }

    @Test
    void a_later_decision_replaces_an_earlier_one() {
        var initiative = in(APPROVED);
        initiative.docket(OFFICE, MEETING, DAY, NOON);
        assertEquals(APPROVED, initiative.initiativeState());
        initiative.decide(OFFICE, decision(BoardOutcome.REJECTED), NOON);
        assertEquals(REJECTED, initiative.initiativeState());
        assertBreaks(ILLEGAL_MOVE, () -> initiative.convert(OFFICE, List.of(), NOON));
    }

    @Test
    void it_closes_after_its_projects() {
        var initiative = in(CONVERTED);
        assertBreaks(InitiativeRule.PROJECTS_DONE, () -> initiative.close(OFFICE, List.of("PRJ-2026-0001"), NOON));
    }

    // every verb in every state

    /** By state: what its department and the office may do together, an override not pending. */
    private static final Map<InitiativeState, Set<InitiativeAction>> POSSIBLE = table(
            InitiativeState.DRAFT,
            EnumSet.of(EDIT, SUBMIT, WITHDRAW),
            InitiativeState.SUBMITTED,
            EnumSet.of(EDIT, WITHDRAW, RETURN, ASSIGN_PPM, OVERRIDE_TRIAGE, MARK_DUPLICATE, MERGE),
            // major, without a PPM
            InitiativeState.TRIAGED,
            EnumSet.of(EDIT, WITHDRAW, RETURN, ASSIGN_PPM, OVERRIDE_TRIAGE, MARK_DUPLICATE, MERGE, ALIGN),
            InitiativeState.DELEGATED,
            EnumSet.of(EDIT, OVERRIDE_TRIAGE, CONVERT),
            InitiativeState.UNDER_REVIEW,
            EnumSet.of(EDIT, WITHDRAW, RETURN, ASSIGN_PPM, OVERRIDE_TRIAGE, MARK_DUPLICATE, MERGE, ALIGN, SCORE),
            SCORED,
            EnumSet.of(EDIT, WITHDRAW, RETURN, ALIGN, DOCKET),
            ON_DOCKET,
            EnumSet.of(WITHDRAW, RETURN, DOCKET, DECIDE),
            APPROVED,
            EnumSet.of(DOCKET, DECIDE, CONVERT),
            CONDITIONALLY_APPROVED,
            EnumSet.of(DOCKET, DECIDE, CONVERT),
            DEFERRED,
            EnumSet.of(DOCKET),
            REJECTED,
            EnumSet.of(DOCKET, DECIDE),
            CONVERTED,
            EnumSet.of(CLOSE),
            CLOSED,
            Set.of(),
            InitiativeState.WITHDRAWN,
            Set.of(),
            InitiativeState.DUPLICATE,
            Set.of(),
            InitiativeState.MERGED,
            Set.of());

    @TestFactory
    Stream<DynamicTest> every_verb_works_or_is_refused_as_the_table_says() {
        return Stream.of(InitiativeState.values())
                .flatMap(state -> verbs().entrySet().stream()
                        .map(verb -> DynamicTest.dynamicTest(
                                state + " " + verb.getKey().verb(), () -> {
                                    var initiative = in(state);
                                    var turn = new Turn(initiative, null);
                                    if (POSSIBLE.get(state).contains(verb.getKey())) {
                                        assertEquals(
                                                InitiativeAction.BY_HAND.contains(verb.getKey()),
                                                turn.allowed().contains(verb.getKey()));
                                        verb.getValue().accept(turn);
                                    } else {
                                        assertFalse(turn.allowed().contains(verb.getKey()));
                                        var rule = state == InitiativeState.TRIAGED && verb.getKey() == START_REVIEW
                                                ? InitiativeRule.PPM_ASSIGNED
                                                : ILLEGAL_MOVE;
                                        assertBreaks(rule, () -> verb.getValue().accept(turn));
                                        assertEquals(state, initiative.initiativeState());
                                    }
                                })));
    }

    /** @param as null: whoever usually does it */
    private record Turn(Initiative initiative, @Nullable Actor as) {
        Actor department() {
            return as == null ? SUBMITTER : as;
        }

        Actor office() {
            return as == null ? OFFICE : as;
        }

        Set<InitiativeAction> allowed() {
            var all = EnumSet.noneOf(InitiativeAction.class);
            all.addAll(initiative.allowedActions(SUBMITTER));
            all.addAll(initiative.allowedActions(OFFICE));
            return all;
        }
    }

    private static Map<InitiativeAction, Consumer<Turn>> verbs() {
        var all = officeVerbs();
        all.put(EDIT, t -> t.initiative().edit(t.department(), Proposals.costing("7.00"), IN_FORCE, NOON));
        all.put(DOCKET, t -> t.initiative().docket(t.office(), MEETING, DAY, NOON));
        all.put(DECIDE, t -> t.initiative().decide(t.office(), decision(BoardOutcome.APPROVED), NOON));
        all.put(SUBMIT, t -> t.initiative().submit(t.department(), IN_FORCE, NOON));
        all.put(
                ANSWER_LESSON,
                t -> t.initiative()
                        .answerLesson(t.department(), UUID.randomUUID(), LessonAnswer.Verdict.WAIVED, "why", NOON));
        all.put(WITHDRAW, t -> t.initiative().withdraw(t.department(), "no", NOON));
        all.put(
                OVERRIDE_TRIAGE,
                t -> t.initiative()
                        .overrideTriage(
                                t.office(),
                                outcome(t.initiative()) == Outcome.MAJOR ? Outcome.MINOR : Outcome.MAJOR,
                                "why",
                                NOON));
        assertEquals(EnumSet.allOf(InitiativeAction.class), all.keySet());
        return all;
    }

    private static Map<InitiativeAction, Consumer<Turn>> officeVerbs() {
        var all = new EnumMap<InitiativeAction, Consumer<Turn>>(InitiativeAction.class);
        all.put(RETURN, t -> t.initiative().giveBack(t.office(), "why", NOON));
        all.put(ASSIGN_PPM, t -> t.initiative().assignPpm(t.office(), "pia", NOON));
        all.put(DELEGATE, t -> t.initiative().delegate(t.office(), NOON));
        all.put(START_REVIEW, t -> t.initiative().startReview(t.office(), NOON));
        all.put(CONFIRM_OVERRIDE, t -> t.initiative().confirmOverride(t.office(), NOON));
        all.put(REJECT_OVERRIDE, t -> t.initiative().rejectOverride(t.office(), "why", NOON));
        all.put(
                MARK_DUPLICATE,
                t -> t.initiative().markDuplicate(t.office(), submitted(Proposals.major()), null, NOON));
        all.put(ALIGN, t -> t.initiative().align(t.office(), GOAL, 2, "It is about it", NOON));
        all.put(SCORE, t -> t.initiative().score(t.office(), SCORE_OF_60, NOON));
        all.put(CONVERT, t -> t.initiative().convert(t.office(), List.of(), NOON));
        all.put(CLOSE, t -> t.initiative().close(t.office(), List.of(), NOON));
        all.put(MERGE, t -> t.initiative().merge(t.office(), submitted(Proposals.major()), null, NOON));
        return all;
    }

    private static Initiative draft(Proposal proposal) {
        var initiative = new Initiative(SUBMITTER, proposal, null, 2026, NOON);
        initiative.draft(SUBMITTER, NOON);
        return initiative;
    }

    private static Initiative submitted(Proposal proposal) {
        var initiative = draft(proposal);
        initiative.submit(SUBMITTER, IN_FORCE, NOON);
        return initiative;
    }

    private static Initiative overridden(Proposal proposal, Outcome to) {
        var initiative = submitted(proposal);
        initiative.overrideTriage(OFFICE, to, "why", NOON);
        initiative.confirmOverride(OFFICE_2, NOON);
        return initiative;
    }

    private static Initiative in(InitiativeState state) {
        return switch (state) {
            case DRAFT -> draft(Proposals.major());
            case SUBMITTED -> submitted(Proposals.bare());
            case TRIAGED -> submitted(Proposals.major());
            case DELEGATED -> {
                var minor = submitted(Proposals.minor());
                minor.delegate(OFFICE, NOON);
                yield minor;
            }
            case UNDER_REVIEW -> {
                var major = submitted(Proposals.major());
                major.assignPpm(OFFICE, "paul", NOON);
                major.startReview(OFFICE, NOON);
                yield major;
            }
            case SCORED -> {
                var scored = in(InitiativeState.UNDER_REVIEW);
                scored.score(OFFICE, SCORE_OF_60, NOON);
                yield scored;
            }
            case ON_DOCKET -> {
                var docketed = in(SCORED);
                docketed.docket(OFFICE, MEETING, DAY, NOON);
                yield docketed;
            }
            case APPROVED -> decided(BoardOutcome.APPROVED);
            case CONDITIONALLY_APPROVED -> decided(BoardOutcome.CONDITIONALLY_APPROVED);
            case DEFERRED -> decided(BoardOutcome.DEFERRED);
            case REJECTED -> decided(BoardOutcome.REJECTED);
            case CONVERTED -> {
                var converted = decided(BoardOutcome.APPROVED);
                converted.convert(OFFICE, List.of(), NOON);
                yield converted;
            }
            case CLOSED -> {
                var closed = in(CONVERTED);
                closed.close(OFFICE, List.of(), NOON);
                yield closed;
            }
            case WITHDRAWN -> {
                var back = submitted(Proposals.major());
                back.withdraw(SUBMITTER, "no", NOON);
                yield back;
            }
            case DUPLICATE -> {
                var copy = submitted(Proposals.major());
                copy.markDuplicate(OFFICE, submitted(Proposals.major()), null, NOON);
                yield copy;
            }
            case MERGED -> {
                var part = submitted(Proposals.major());
                part.merge(OFFICE, submitted(Proposals.major()), null, NOON);
                yield part;
            }
        };
    }

    private static final Reference GOAL = new Reference("goal", "g", "GOA-2026-0001", "/v1/goals/g");
    private static final Reference MEETING = new Reference("meeting", "m", "MTG-2026-0001", "/v1/meetings/m");
    private static final InitiativeScore SCORE_OF_60 =
            new InitiativeScore(new BigDecimal("60.0000"), GOAL, 1, 3, List.of(), NOON);

    private static BoardDecision decision(BoardOutcome outcome) {
        var until = outcome == BoardOutcome.DEFERRED ? DAY : null;
        return new BoardDecision(MEETING, outcome, List.of(), until, "why", NOON);
    }

    private static Initiative decided(BoardOutcome outcome) {
        var initiative = in(ON_DOCKET);
        initiative.decide(OFFICE, decision(outcome), NOON);
        return initiative;
    }

    @SuppressWarnings("unchecked")
    private static Map<InitiativeState, Set<InitiativeAction>> table(Object... pairs) {
        var table = new EnumMap<InitiativeState, Set<InitiativeAction>>(InitiativeState.class);
        for (int n = 0; n < pairs.length; n += 2) {
            table.put((InitiativeState) pairs[n], (Set<InitiativeAction>) pairs[n + 1]);
        }
        return table;
    }

    private static Outcome outcome(Initiative initiative) {
        return initiative.triage().outcome();
    }

    private static List<String> types(String... facts) {
        return Stream.of(facts)
                .map(fact -> "city.c3po.initiative." + fact + ".v1")
                .toList();
    }

    private static List<String> types(List<InitiativeEvent> events) {
        return events.stream().map(Event::type).toList();
    }
}
