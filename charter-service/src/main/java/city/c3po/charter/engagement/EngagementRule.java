package city.c3po.charter.engagement;

import static city.c3po.platform.rule.Kind.ABSENT;
import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for engagements and key staff. */
public enum EngagementRule implements Rule {
    OWN_SOURCE(FORBIDDEN, "A department system writes for its own sources only."),
    CITY_ONLY(FORBIDDEN, "Only a portfolio manager, or the system that feeds the engagement, does this."),
    OFFICE_ONLY(FORBIDDEN, "Only a portfolio manager or a signatory of the city answers a vendor."),
    OWN_ENGAGEMENT(FORBIDDEN, "A vendor nominates for its own engagements only."),
    PROJECT_IS_FIXED(INVALID, "An engagement keeps its project and its vendor."),
    ENGAGEMENT_DATES_IN_ORDER(INVALID, "Solicited, awarded and ended follow in this order."),
    KNOWN_POSITION(ABSENT, "The engagement has no such key position."),
    KNOWN_NOMINEE(ABSENT, "The position has no such nominee."),
    QUALIFIED(INVALID, "The nominee lacks a qualification that the position asks for (missing)."),
    NOTICE_IN_TIME(INVALID, "A substitution is announced at least 10 business days before the last day (earliest)."),
    REPLACES_ACTIVE(CONFLICT, "A substitution replaces somebody who is active in the position."),
    NOMINEE_MOVE(CONFLICT, "The nominee's state does not allow this (nomineeState)."),
    ONE_ACTIVE(CONFLICT, "Somebody is active in the position. Release them first."),
    EXTERNAL_REF_TAKEN(CONFLICT, "Another engagement has this external reference already (takenBy).");

    private final Kind kind;
    private final String sentence;

    EngagementRule(Kind kind, String sentence) {
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
