package city.c3po.portfolio.schedule;

import static city.c3po.platform.rule.Kind.ABSENT;
import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for schedules, beyond what their network asks. */
public enum ScheduleRule implements Rule {
    PROJECT_OPEN(CONFLICT, "The project is closed or cancelled; its schedule stays as it is."),
    ACTIVITY_KNOWN(ABSENT, "The schedule has no such activity. List its activities."),
    ACTIVITY_KEEPS_ITS_ID(INVALID, "An activity keeps its id. Replace the schedule to name it anew."),
    SOUND_ESTIMATE(
            INVALID,
            "An estimate says low, likely and high, in this order; UNIFORM says no likely. Days are 10,000 at most."),
    SOUND_STEPS(INVALID, "WEIGHTED_MILESTONES says steps whose weights add up to 100; no other technique says any."),
    BUDGET_NOT_NEGATIVE(INVALID, "A budget is zero or more."),
    START_SAID(INVALID, "There is no schedule yet, so say when the project starts (start)."),
    SCHEDULE_WRITTEN(ABSENT, "The project has no schedule yet. Put one first.");

    private final Kind kind;
    private final String sentence;

    ScheduleRule(Kind kind, String sentence) {
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

    Fault at(String pointer) {
        return new Fault(pointer, code(), sentence);
    }
}
