package city.c3po.portfolio.lesson;

import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for lessons. */
public enum LessonRule implements Rule {
    RECORDER_OR_OFFICE(FORBIDDEN, "Only who recorded the lesson, or a portfolio manager, changes it."),
    LESSON_PROJECT_KNOWN(INVALID, "There is no such project. Name another one, or none.");

    private final Kind kind;
    private final String sentence;

    LessonRule(Kind kind, String sentence) {
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
}
