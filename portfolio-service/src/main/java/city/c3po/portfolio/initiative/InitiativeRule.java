package city.c3po.portfolio.initiative;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for initiatives. */
enum InitiativeRule implements Rule {
    OWN_DEPARTMENT(FORBIDDEN, "You submit for your own department only. Name one that your token speaks for."),
    OWN_INITIATIVE(
            FORBIDDEN,
            "Only a submitter of its sponsoring department, whoever created it, or the system that feeds it may do this."),
    OFFICE_ONLY(FORBIDDEN, "Only a portfolio manager does this. Ask the portfolio office."),
    FOUR_EYES(
            FORBIDDEN, "Nobody triages, routes or returns what they wrote themselves. Ask another portfolio manager."),
    SECOND_PERSON_CONFIRMS(
            FORBIDDEN, "Whoever asked for an override does not confirm it. Ask another portfolio manager."),
    NEVER_DOWNWARD_BY_THE_DEPARTMENT(
            FORBIDDEN, "A department may ask for a triage upward, never downward. Ask the portfolio office."),
    UNKNOWN_IS_NEVER_MINOR(
            CONFLICT, "While answers are missing an initiative is not minor. Answer them, or override to MAJOR."),
    OVERRIDE_CHANGES_CLASS(INVALID, "It is in that class already. Name another outcome: MAJOR or MINOR."),
    PPM_ASSIGNED(CONFLICT, "A major initiative is reviewed by its PPM. Assign one first (assign-ppm)."),
    PPM_WROTE_NONE_OF_IT(INVALID, "A PPM does not review what they wrote themselves. Assign another person."),
    COSTS_NOT_NEGATIVE(INVALID, "A cost is zero or more."),
    COSTS_IN_ORDER(INVALID, "low is not more than likely, and likely is not more than high."),
    ONE_CURRENCY(INVALID, "All costs of an initiative are in one currency."),
    EACH_YEAR_ONCE(INVALID, "A fiscal year is estimated once in a list."),
    LESSON_APPLIES(INVALID, "No such lesson waits for this initiative. lessons of the initiative lists them."),
    LESSONS_ANSWERED(
            CONFLICT, "Lessons of others apply and are not answered. Accept or waive each (answer-lesson; lessons)."),
    DEFERRED_UNTIL(CONFLICT, "The board deferred it. It is docketed again from that day on (until)."),
    PROJECTS_DONE(CONFLICT, "Some of its projects are still open. It closes after them (open)."),
    START_BEFORE_FINISH(INVALID, "finish is not before start."),
    OTHER_INITIATIVE(INVALID, "An initiative is no duplicate of itself and does not merge into itself."),
    KNOWN_INITIATIVE(INVALID, "There is no such initiative, or none that you may see."),
    TARGET_GOES_ON(
            CONFLICT,
            "The initiative named is itself withdrawn, a duplicate or merged. Name the one that goes on (target).");

    private final Kind kind;
    private final String sentence;

    InitiativeRule(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    /** One of several faults that are told together. */
    Fault at(String pointer) {
        return new Fault(pointer, code(), sentence);
    }
}
