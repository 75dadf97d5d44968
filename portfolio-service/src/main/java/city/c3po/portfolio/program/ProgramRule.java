package city.c3po.portfolio.program;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for programs, and for what stands inside them. */
public enum ProgramRule implements Rule {
    OFFICE_LEADS_PROGRAMS(FORBIDDEN, "Only a portfolio manager does this to programs. Ask the portfolio office."),
    KNOWN_PROGRAM(INVALID, "There is no such program, or none that you may see."),
    PROGRAM_ACTIVE(CONFLICT, "The program is closed. Name one that is active."),
    NO_CYCLE(CONFLICT, "A program does not stand inside itself. Its ancestors would lead back to it (path)."),
    PLACED_IN_ORDER(CONFLICT, "Memberships follow each other. Name a day after the present one began (last)."),
    NOT_PLACED_AHEAD(INVALID, "A membership begins today or earlier; there is no membership of tomorrow."),
    PLACED_ELSEWHERE(INVALID, "It stands there already. Name another program, or null for none."),
    NOTHING_OPEN_INSIDE(CONFLICT, "Something inside it is still open. Close it first, or place it elsewhere (open).");

    private final Kind kind;
    private final String sentence;

    ProgramRule(Kind kind, String sentence) {
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
