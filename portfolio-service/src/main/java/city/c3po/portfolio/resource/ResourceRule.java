package city.c3po.portfolio.resource;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for capacity and allocations. */
public enum ResourceRule implements Rule {
    CAPACITY_OWNER_OR_OFFICE(FORBIDDEN, "Only the resource owner or a portfolio manager says a capacity."),
    RESOURCE_OWNER_ONLY(FORBIDDEN, "Only the owner of the resource (owner of the capacity) answers a request."),
    CAPACITY_SOUND(INVALID, "Leave and operations take no more hours than there are (workingHours)."),
    CAPACITY_COVERS_HARD(
            CONFLICT, "More hours than that are allocated already (hardHours). Cancel some of them first."),
    CAPACITY_SAID(INVALID, "Nobody has said this capacity yet. Have its owner say it first."),
    STAFFED_PROJECT_GOES_ON(CONFLICT, "The project is closed or cancelled."),
    WITHIN_CAPACITY(
            CONFLICT,
            "It is above the capacity (gapHours, levers). Take a lever, or have the resource owner override it with a"
                    + " reason.");

    private final Kind kind;
    private final String sentence;

    ResourceRule(Kind kind, String sentence) {
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
