package city.c3po.audit.recommendation;

import static city.c3po.platform.rule.Kind.ABSENT;
import static city.c3po.platform.rule.Kind.BEHIND;
import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for recommendations. */
public enum RecommendationRule implements Rule {
    ISSUER_ONLY(FORBIDDEN, "Only a member of the body that issued the audit does this."),
    DEPARTMENT_ONLY(FORBIDDEN, "Only people of the lead or a supporting department, or the portfolio office, do this."),
    HEAD_ONLY(FORBIDDEN, "Only the head of the lead department signs off a claim."),
    HEAD_NOT_SEEN_YET(BEHIND, "The lead department's head has not been told to this service yet. Try again."),
    OFFICE_OR_ISSUER(FORBIDDEN, "Only the portfolio office or the issuing body does this."),
    DECIDER_OF_BAND(FORBIDDEN, "This extension is decided by the auditor, or beyond 90 days by the committee (band)."),
    ANOTHER_DECIDES(FORBIDDEN, "Whoever asked for an extension does not decide on it."),
    FRESH_EYES(FORBIDDEN, "Whoever granted the last extension does not decide on the next. Ask somebody else."),
    ORDINAL_TAKEN(CONFLICT, "The audit has a recommendation with this ordinal already (takenBy)."),
    REPORTED_IN_THE_PAST(INVALID, "What is reported from before was reported on a day that is over."),
    BACK_IS_BACK(INVALID, "Stepping back leads to an earlier status; from here to one of earlier."),
    EVIDENCE_ON_EVERY_ELEMENT(CONFLICT, "A claim needs valid evidence on every element (missing)."),
    MANDATORY_MILESTONES_DONE(CONFLICT, "A claim needs all mandatory milestones done (open)."),
    SIGNED_OFF(CONFLICT, "A claim needs the sign-off of the lead department's head."),
    KNOWN_ELEMENT(INVALID, "The recommendation has no such element (unknown)."),
    NEW_ELEMENTS(CONFLICT, "These elements are verified already; nothing would change."),
    BACKWARDS_LEAVES_OUT(INVALID, "Going back means that at least one element is no longer met."),
    EVIDENCE_FOR_BACKWARDS(INVALID, "A verdict goes back only with evidence of this recommendation (evidence)."),
    RISK_ACCEPTED(
            INVALID, "Closing for this reason needs a risk acceptance with a statement and a day of review to come."),
    SUPERSEDED_BY_ANOTHER(INVALID, "Closing as superseded names another recommendation that you may see."),
    TARGET_AFTER_ISSUE(INVALID, "The target date is after the day of issue."),
    TARGET_SAID_ONCE(CONFLICT, "The target date was said. It changes by an extension only."),
    TARGET_FIRST(CONFLICT, "There is no target date yet that could be extended."),
    EXTENSION_IS_LATER(INVALID, "An extension leads to a later date than the current target."),
    ONE_EXTENSION_AT_A_TIME(CONFLICT, "An extension waits for its decision already."),
    KNOWN_EXTENSION(ABSENT, "There is no extension of this number."),
    EXTENSION_UNDECIDED(CONFLICT, "This extension was decided already."),
    KNOWN_MILESTONE(ABSENT, "There is no milestone with this key."),
    MILESTONE_OPEN(CONFLICT, "This milestone is done already."),
    MILESTONES_BEFORE_DONE(CONFLICT, "Milestones that come before it are open (open)."),
    MILESTONE_KEY_ONCE(INVALID, "Each milestone of a recommendation has a key of its own (milestone)."),
    DEPENDENCIES_KNOWN(INVALID, "A milestone depends on milestones of its recommendation only (milestone)."),
    DEPENDENCIES_ACYCLIC(INVALID, "Milestones must not wait for each other in a circle (path)."),
    SHORT_WITHIN_A_YEAR(INVALID, "A SHORT milestone is due within 12 months (milestone)."),
    START_BEFORE_DUE(INVALID, "A milestone starts before it is due (milestone)."),
    DONE_NOT_IN_FUTURE(INVALID, "What is done was done today or before."),
    LINK_TO_ANOTHER(INVALID, "A link leads to another recommendation."),
    LINK_ONCE(CONFLICT, "This link is there already."),
    ANOTHER_LEAD(INVALID, "The recommendation has this lead department already.");

    private final Kind kind;
    private final String sentence;

    RecommendationRule(Kind kind, String sentence) {
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
