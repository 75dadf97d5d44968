package city.c3po.charter.charter;

import static city.c3po.charter.Breaking.assertBreaks;
import static city.c3po.charter.Breaking.assertFaults;
import static city.c3po.charter.charter.CharterAction.AMEND;
import static city.c3po.charter.charter.CharterAction.APPOINT;
import static city.c3po.charter.charter.CharterAction.ASSESS;
import static city.c3po.charter.charter.CharterAction.ASSIGN_SEAT;
import static city.c3po.charter.charter.CharterAction.CANCEL;
import static city.c3po.charter.charter.CharterAction.CLOSE;
import static city.c3po.charter.charter.CharterAction.COMMIT;
import static city.c3po.charter.charter.CharterAction.EDIT;
import static city.c3po.charter.charter.CharterAction.RECALL;
import static city.c3po.charter.charter.CharterAction.RECORD_DECISION;
import static city.c3po.charter.charter.CharterAction.RECORD_SESSION;
import static city.c3po.charter.charter.CharterAction.RESOLVE;
import static city.c3po.charter.charter.CharterAction.RETURN;
import static city.c3po.charter.charter.CharterAction.START_ACCEPTANCE;
import static city.c3po.charter.charter.CharterAction.STATE_DELIVERY;
import static city.c3po.charter.charter.CharterAction.SUBMIT;
import static city.c3po.charter.charter.CharterAction.TERMINATE;
import static city.c3po.charter.charter.CharterAction.UPGRADE_TEMPLATE;
import static city.c3po.charter.charter.CharterAction.VACATE_SEAT;
import static city.c3po.platform.rule.Convention.ILLEGAL_MOVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.charter.Assessment.Verdict;
import city.c3po.charter.project.Project;
import city.c3po.charter.project.Tier;
import city.c3po.charter.template.CharterTemplate;
import city.c3po.charter.template.ShippedTemplates;
import city.c3po.charter.template.Variant;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state with every verb; every rule of the aggregate broken once. */
class CharterTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final Instant DUE = NOON.plusSeconds(1_000_000);
    private static final String HASH = "a".repeat(64);
    private static final Completeness FULL = new Completeness(100, List.of());
    private static final Actor AUTHOR = person("ada", Set.of("DEP-PW"), Roles.SUBMITTER);
    private static final Actor OFFICE = person("paul", Set.of(), Roles.PORTFOLIO_MANAGER);
    private static final Actor STRANGER = person("liz", Set.of("DEP-LIB"), Roles.SUBMITTER, Roles.SIGNATORY);
    private static final Actor SPONSOR = person("simone", Set.of(), Roles.SIGNATORY);
    private static final CharterTemplate LITE = new CharterTemplate(
            Tier.LITE,
            Variant.ANY,
            ShippedTemplates.text(
                    Tier.LITE, JsonMapper.builder().findAndAddModules().build()),
            2026,
            NOON);

    private static final Map<CharterState, Set<CharterAction>> ALLOWED = new EnumMap<>(CharterState.class);

    static {
        ALLOWED.put(
                CharterState.DRAFT,
                EnumSet.of(EDIT, UPGRADE_TEMPLATE, ASSIGN_SEAT, SUBMIT, CANCEL, RECORD_SESSION, RECORD_DECISION));
        ALLOWED.put(
                CharterState.IN_REVIEW,
                EnumSet.of(ASSIGN_SEAT, RETURN, COMMIT, CANCEL, RECORD_SESSION, RECORD_DECISION));
        ALLOWED.put(CharterState.COMMITTING, EnumSet.of(RECALL, CANCEL, RECORD_DECISION));
        ALLOWED.put(
                CharterState.COMMITTED,
                EnumSet.of(AMEND, VACATE_SEAT, APPOINT, START_ACCEPTANCE, CANCEL, RECORD_SESSION, RECORD_DECISION));
        ALLOWED.put(CharterState.AMENDING, EnumSet.of(RECALL, CANCEL, RECORD_DECISION));
        // without a statement that is being signed
        ALLOWED.put(
                CharterState.ACCEPTING,
                EnumSet.of(ASSESS, STATE_DELIVERY, VACATE_SEAT, APPOINT, CANCEL, RECORD_SESSION, RECORD_DECISION));
        ALLOWED.put(
                CharterState.NOT_ACCEPTED,
                EnumSet.of(START_ACCEPTANCE, TERMINATE, VACATE_SEAT, APPOINT, CANCEL, RECORD_SESSION, RECORD_DECISION));
        ALLOWED.put(CharterState.ACCEPTED_WITH_EXCEPTIONS, EnumSet.of(RESOLVE, VACATE_SEAT, APPOINT, RECORD_DECISION));
        ALLOWED.put(CharterState.ACCEPTED, EnumSet.of(CLOSE));
        ALLOWED.put(CharterState.CLOSED, EnumSet.noneOf(CharterAction.class));
        ALLOWED.put(CharterState.CANCELLED, EnumSet.noneOf(CharterAction.class));
    }

    @TestFactory
    Stream<DynamicTest> every_verb_is_done_or_refused_in_every_state() {
        return Stream.of(CharterState.values())
                .flatMap(state -> in(state).actions().stream()
                        .map(action -> DynamicTest.dynamicTest(state + " " + action, () -> {
                            var charter = in(state);
                            assertEquals(state, charter.charterState());
                            if (ALLOWED.get(state).contains(action)) {
                                assertTrue(charter.allowedActions(OFFICE).contains(action));
                            } else {
                                assertBreaks(ILLEGAL_MOVE, () -> charter.requirePossible(OFFICE, action));
                                assertBreaks(ILLEGAL_MOVE, () -> act(charter, action));
                                assertEquals(state, charter.charterState());
                            }
                        })));
    }

    private static final Set<CharterAction.Side> AUTHORS = EnumSet.of(
            CharterAction.Side.AUTHORS, CharterAction.Side.AUTHORS_AND_SPONSOR, CharterAction.Side.AUTHORS_AND_OWNERS);

    @TestFactory
    Stream<DynamicTest> permission_comes_before_state() {
        return Stream.of(CharterAction.values())
                .filter(action -> AUTHORS.contains(action.side()))
                .map(action -> DynamicTest.dynamicTest(
                        action.name(),
                        () -> assertBreaks(
                                CharterRule.AUTHORS_ONLY,
                                () -> in(CharterState.CLOSED).requirePossible(STRANGER, action))));
    }

    @Test
    void a_statement_that_is_being_signed_can_only_be_taken_back() {
        var charter = in(CharterState.ACCEPTING);
        charter.stateDelivery(OFFICE, null, HASH, DUE, NOON);
        assertBreaks(ILLEGAL_MOVE, () -> charter.assess(OFFICE, found("C1", Verdict.PASS), NOON));
        charter.endSigning(OFFICE, Ending.RECALLED, "One more test", List.of(), null, NOON);
        assertEquals(CharterState.ACCEPTING, charter.charterState());
        assertEquals(null, charter.attempts().last().statementHash());
    }

    @Test
    void a_charter_that_is_handed_in_has_a_title() {
        var charter = fresh(null);
        assertBreaks(CharterRule.TITLE_SAID, () -> charter.submit(AUTHOR, NOON));
    }

    @Test
    void a_charter_that_is_incomplete_is_not_frozen() {
        var charter = in(CharterState.IN_REVIEW);
        var gap = new Completeness(
                50, List.of(new Completeness.Gap("/product/what/scope", "field-missing", "Say it.", null)));
        assertBreaks(CharterRule.CHARTER_COMPLETE, () -> charter.startCommitment(AUTHOR, gap, HASH, DUE, NOON));
        assertEquals(0, charter.commitment().contentVersion());
    }

    @Test
    void every_mandatory_seat_is_held_before_anybody_is_asked() {
        var charter = fresh("Website");
        charter.submit(AUTHOR, NOON);
        var refusal =
                assertBreaks(CharterRule.SEATS_FILLED, () -> charter.startCommitment(AUTHOR, FULL, HASH, DUE, NOON));
        assertEquals(
                List.of("executive-sponsor", "department-head.DEP-PW", "project-lead"),
                refusal.facts().get("seats"));
    }

    @Test
    void the_sponsor_does_not_run_the_project() {
        var charter = fresh("Website");
        charter.assignSeat(AUTHOR, "executive-sponsor", "simone", null, NOON);
        assertBreaks(
                CharterRule.SPONSOR_IS_NOT_PPM, () -> charter.assignSeat(AUTHOR, "project-lead", "simone", null, NOON));
    }

    @Test
    void the_only_author_does_not_sign_alone() {
        var charter = in(CharterState.COMMITTING);
        assertBreaks(
                CharterRule.NOT_THE_AUTHOR_ALONE,
                () -> charter.commitmentSigned(
                        AUTHOR, Map.of("executive-sponsor", "ada", "project-lead", "ada"), NOON));
    }

    @Test
    void whoever_reviews_holds_a_seat_or_the_office() {
        var charter = in(CharterState.IN_REVIEW);
        assertBreaks(CharterRule.REVIEWERS_ONLY, () -> charter.giveBack(AUTHOR, "No", NOON));
        charter.giveBack(SPONSOR, "Which forms?", NOON);
        assertEquals(CharterState.DRAFT, charter.charterState());
    }

    @Test
    void nobody_drafts_for_another_departments_project() {
        var charter = new Charter(STRANGER, project(), LITE, "Website", CharterContent.EMPTY, false, 2026, NOON);
        assertBreaks(CharterRule.OWN_PROJECT, () -> charter.draft(STRANGER, project(), Map.of(), List.of(), NOON));
    }

    @Test
    void an_amendment_says_something_else() {
        var charter = in(CharterState.COMMITTED);
        assertBreaks(
                CharterRule.NOTHING_AMENDED,
                () -> charter.startAmendment(AUTHOR, CharterContent.EMPTY, "Again", List.of(), FULL, HASH, DUE, NOON));
    }

    @Test
    void a_seat_changes_hands_by_vacancy_and_appointment() {
        var charter = in(CharterState.COMMITTED);
        assertBreaks(CharterRule.SEAT_OCCUPIED, () -> charter.appoint(AUTHOR, "project-lead", "nora", "Office", NOON));
        charter.vacateSeat(AUTHOR, "project-lead", Seat.Vacancy.LEFT, NOON);
        assertBreaks(
                CharterRule.SEAT_VACANT, () -> charter.vacateSeat(AUTHOR, "project-lead", Seat.Vacancy.LEFT, NOON));
        assertBreaks(
                CharterRule.SUCCESSOR_IS_ANOTHER, () -> charter.appoint(AUTHOR, "project-lead", "lee", "Office", NOON));
        charter.appoint(AUTHOR, "project-lead", "nora", "Office", NOON);
        assertEquals("nora", charter.roster().seat("project-lead").person());
        assertEquals(
                "lee",
                charter.roster().seat("project-lead").formerly().getFirst().person());
        assertTrue(!charter.roster().seat("project-lead").holderIsBound());
        charter.adoptedBy(AUTHOR, "project-lead", "nora", NOON);
        assertTrue(charter.roster().seat("project-lead").holderIsBound());
        assertBreaks(CharterRule.KNOWN_SEAT, () -> charter.roster().seat("cio"));
    }

    @Test
    void a_decision_supersedes_one_that_is_there() {
        var charter = in(CharterState.DRAFT);
        var decision = new Decision(1, "Web first", null, "ada", LocalDate.of(2026, 3, 2), null, 1, "ada", NOON);
        assertBreaks(CharterRule.KNOWN_DECISION, () -> charter.decide(AUTHOR, decision, NOON));
    }

    @Test
    void the_log_holds_as_much_as_it_may() {
        var charter = in(CharterState.DRAFT);
        for (int n = 1; n <= 500; n++) {
            charter.decide(AUTHOR, decision(n), NOON);
        }
        assertBreaks(CharterRule.LOG_NOT_FULL, () -> charter.decide(AUTHOR, decision(501), NOON));
        assertEquals(500, charter.log().decisions().size());
    }

    private static Decision decision(int number) {
        return new Decision(number, "It", null, "ada", LocalDate.of(2026, 3, 2), null, null, "ada", NOON);
    }

    @Test
    void a_content_that_contradicts_itself_is_told_all_of_it() {
        var charter = in(CharterState.DRAFT);
        var criterion = new Product.Criterion("C1", "It answers", "Tried", null);
        var what = new Product.What(
                "A website", null, List.of(new Product.Deliverable("Website", null, List.of(criterion, criterion))));
        var when = new Plan.When(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 7, 1), List.of(), List.of(), List.of());
        var said = new CharterContent(
                new Product(what, null), new Plan(null, null, when), null, null, null, null, null, null);
        assertFaults(
                () -> charter.edit(AUTHOR, "Website", said, NOON),
                "/content/product/what/deliverables each-criterion-once",
                "/content/project/when/finish ordered-dates");
    }

    @Test
    void an_edited_project_reaches_its_charter_until_that_is_over() {
        var edited = Sample.project("simone", "nora", "DEP-PW", "DEP-LIB");
        var heads = Map.of("DEP-LIB", "lou");
        var draft = in(CharterState.DRAFT);
        assertEquals(
                List.of(new CharterEvent.ProjectFollowed(List.of("DEP-PW", "DEP-LIB"), NOON)),
                draft.follow(OFFICE, edited, LITE.text(), heads, NOON));
        assertEquals(List.of(), draft.follow(OFFICE, edited, LITE.text(), heads, NOON));
        assertEquals("lou", draft.roster().seat("department-head.DEP-LIB").person());
        // named by hand
        assertEquals("lee", draft.roster().seat("project-lead").person());

        var committed = in(CharterState.COMMITTED);
        var seats = committed.roster().seats();
        committed.follow(OFFICE, edited, LITE.text(), heads, NOON);
        assertEquals(List.of("DEP-PW", "DEP-LIB"), committed.departments());
        assertEquals(seats, committed.roster().seats());

        for (var over : List.of(CharterState.CLOSED, CharterState.CANCELLED)) {
            assertBreaks(ILLEGAL_MOVE, () -> in(over).follow(OFFICE, edited, LITE.text(), heads, NOON));
        }
    }

    /** With everything the verb takes; a refusal must not depend on what it is given. */
    private static void act(Charter charter, CharterAction action) {
        switch (action) {
            case EDIT -> charter.edit(OFFICE, "Other", CharterContent.EMPTY, NOON);
            case UPGRADE_TEMPLATE -> charter.upgradeTemplate(OFFICE, LITE, NOON);
            case ASSIGN_SEAT -> charter.assignSeat(OFFICE, "project-lead", "nora", null, NOON);
            case SUBMIT -> charter.submit(OFFICE, NOON);
            case RETURN -> charter.giveBack(OFFICE, "Why?", NOON);
            case COMMIT -> charter.startCommitment(OFFICE, FULL, HASH, DUE, NOON);
            case RECALL -> charter.endSigning(OFFICE, Ending.RECALLED, "Why?", List.of(), null, NOON);
            case AMEND ->
                charter.startAmendment(OFFICE, CharterContent.EMPTY, "Why", List.of("/x"), FULL, HASH, DUE, NOON);
            case VACATE_SEAT -> charter.vacateSeat(OFFICE, "project-lead", Seat.Vacancy.LEFT, NOON);
            case APPOINT -> charter.appoint(OFFICE, "project-lead", "nora", "Office", NOON);
            case START_ACCEPTANCE -> charter.startAcceptance(OFFICE, NOON);
            case ASSESS -> charter.assess(OFFICE, found("C1", Verdict.PASS), NOON);
            case STATE_DELIVERY -> charter.stateDelivery(OFFICE, null, HASH, DUE, NOON);
            case RESOLVE -> charter.resolve(OFFICE, found("C1", Verdict.PASS), NOON);
            case TERMINATE -> charter.terminate(OFFICE, "Why", NOON);
            case CLOSE -> charter.close(OFFICE, NOON);
            case CANCEL -> charter.cancel(OFFICE, "Why", NOON);
            case RECORD_SESSION ->
                charter.hold(
                        OFFICE,
                        new Session(charter.id(), LocalDate.of(2026, 3, 2), "What", List.of(), null, "paul", NOON),
                        NOON);
            case RECORD_DECISION ->
                charter.decide(
                        OFFICE,
                        new Decision(1, "It", null, "ada", LocalDate.of(2026, 3, 2), null, null, "ada", NOON),
                        NOON);
            case FOLLOW_SIGNATURES, FOLLOW_PROJECT -> throw new IllegalStateException("nobody asks for it");
        }
    }

    private static Charter in(CharterState state) {
        var charter = fresh("Website");
        charter.assignSeat(AUTHOR, "executive-sponsor", "simone", null, NOON);
        charter.assignSeat(AUTHOR, "department-head.DEP-PW", "dana", null, NOON);
        charter.assignSeat(AUTHOR, "project-lead", "lee", null, NOON);
        switch (state) {
            case DRAFT -> {}
            case IN_REVIEW -> charter.submit(AUTHOR, NOON);
            case COMMITTING -> commit(charter);
            case COMMITTED -> committed(charter);
            case AMENDING -> {
                committed(charter);
                charter.startAmendment(AUTHOR, CharterContent.EMPTY, "Why", List.of("/product"), FULL, HASH, DUE, NOON);
            }
            case ACCEPTING -> {
                committed(charter);
                charter.startAcceptance(AUTHOR, NOON);
            }
            case ACCEPTED -> accepted(charter, Verdict.PASS);
            case ACCEPTED_WITH_EXCEPTIONS -> accepted(charter, Verdict.DEFERRED);
            case NOT_ACCEPTED -> accepted(charter, Verdict.FAIL);
            case CLOSED -> {
                accepted(charter, Verdict.PASS);
                charter.close(AUTHOR, NOON);
            }
            case CANCELLED -> charter.cancel(AUTHOR, "Why", NOON);
        }
        return charter;
    }

    private static void commit(Charter charter) {
        charter.submit(AUTHOR, NOON);
        charter.startCommitment(AUTHOR, FULL, HASH, DUE, NOON);
    }

    private static void committed(Charter charter) {
        commit(charter);
        charter.commitmentSigned(AUTHOR, signers(charter), NOON);
    }

    private static void accepted(Charter charter, Verdict verdict) {
        committed(charter);
        charter.startAcceptance(AUTHOR, NOON);
        charter.assess(AUTHOR, found("C1", verdict), NOON);
        charter.stateDelivery(AUTHOR, null, HASH, DUE, NOON);
        charter.acceptanceSigned(AUTHOR, signers(charter), LocalDate.of(2026, 4, 1), NOON);
    }

    private static Map<String, String> signers(Charter charter) {
        return charter.roster().seats().stream()
                .collect(Collectors.toMap(Seat::key, seat -> String.valueOf(seat.person())));
    }

    private static Assessment found(String criterion, Verdict verdict) {
        return new Assessment(criterion, verdict, "Why", null, "ada", null, List.of("/tests/1"), "ada", NOON);
    }

    private static Charter fresh(@Nullable String title) {
        var charter = new Charter(AUTHOR, project(), LITE, title, CharterContent.EMPTY, false, 2026, NOON);
        charter.draft(AUTHOR, project(), Map.of(), List.of(), NOON);
        return charter;
    }

    private static Project project() {
        return new Project(
                "p-1",
                "PRJ-2026-0001",
                null,
                "INITIATING",
                "LITE",
                "DEP-PW",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                false,
                null);
    }

    private static Actor person(String sub, Set<String> departments, String... roles) {
        return new Actor(sub, "issuer", "c3po-cli", sub, Set.of(roles), departments, Set.of(), Set.of(), null, null);
    }
}
