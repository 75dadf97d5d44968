package city.c3po.audit.recommendation;

import static city.c3po.audit.recommendation.RecommendationRule.DECIDER_OF_BAND;
import static city.c3po.audit.recommendation.RecommendationRule.DEPARTMENT_ONLY;
import static city.c3po.audit.recommendation.RecommendationRule.HEAD_ONLY;
import static city.c3po.audit.recommendation.RecommendationRule.ISSUER_ONLY;
import static city.c3po.audit.recommendation.RecommendationRule.OFFICE_OR_ISSUER;

import city.c3po.audit.audit.Audit;
import city.c3po.audit.audit.Finding;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may do what to a recommendation, and in which of its statuses. */
@MappedSuperclass
public abstract class RecommendationGuard extends RecommendationRecord {
    protected RecommendationGuard() {}

    RecommendationGuard(Actor by, Audit audit, Finding finding, NewRecommendation said, int ordinal, Instant at) {
        super(by, audit, finding, said, ordinal, at);
    }

    private boolean isOfIssuer(Actor by) {
        return by.has(Roles.AUDITOR) && by.bodies().contains(body());
    }

    private boolean isOfDepartments(Actor by) {
        return (by.has(Roles.SUBMITTER) || by.has(Roles.SIGNATORY))
                && departments().stream().anyMatch(by::speaksFor);
    }

    @Override
    protected Optional<VerifiedStatus> lifecycle() {
        return Optional.of(verifiedStatus);
    }

    @Override
    protected Set<RecommendationAction> actions() {
        return EnumSet.complementOf(EnumSet.of(RecommendationAction.WATCH));
    }

    @Override
    protected boolean possible(RecommendationAction action) {
        boolean open = verifiedStatus.open();
        return switch (action) {
            case RESPOND, REPORT_STATUS, PLAN_ACTION, COMPLETE_MILESTONE, REASSIGN, VERIFY, CLOSE -> open;
            case PLAN -> open && managementStatus == ManagementStatus.NOT_STARTED;
            case START -> open && managementStatus == ManagementStatus.PLANNED;
            case NEAR_COMPLETION -> open && managementStatus == ManagementStatus.ACTIVE_INITIATIVE;
            case SIGN_OFF, CLAIM -> open && managementStatus == ManagementStatus.NEARLY_IMPLEMENTED;
            case STEP_BACK -> open && !managementStatus.before().isEmpty();
            case PROPOSE_ALTERNATIVE -> open && managementStatus.next().contains(ManagementStatus.ALTERNATIVE_PROPOSED);
            case DECLINE -> open && managementStatus.next().contains(ManagementStatus.WILL_NOT_IMPLEMENT);
            case SET_TARGET -> open && originalTarget == null;
            case REQUEST_EXTENSION ->
                open && currentTarget != null && extensions.stream().noneMatch(Extension::open);
            case DECIDE_EXTENSION -> open && extensions.stream().anyMatch(Extension::open);
            case RECORD_LESSON -> verifiedStatus == VerifiedStatus.IMPLEMENTED;
            case REOPEN -> verifiedStatus != VerifiedStatus.NOT_IMPLEMENTED;
            case DISMISS_REGRESSION -> regression != null;
            case RECORD_RETEST -> sustainment.stream().anyMatch(test -> test.result() == Sustainment.Result.DUE);
            case ADD_EVIDENCE, ADD_ADDENDUM, LINK, WATCH -> true;
        };
    }

    @Override
    protected void permits(Actor by, RecommendationAction action) {
        boolean office = by.has(Roles.PORTFOLIO_MANAGER);
        switch (action) {
            case RESPOND,
                    PLAN,
                    START,
                    NEAR_COMPLETION,
                    CLAIM,
                    STEP_BACK,
                    PROPOSE_ALTERNATIVE,
                    DECLINE,
                    PLAN_ACTION,
                    COMPLETE_MILESTONE,
                    REQUEST_EXTENSION,
                    RECORD_LESSON -> DEPARTMENT_ONLY.require(office || isOfDepartments(by));
            case ADD_EVIDENCE -> DEPARTMENT_ONLY.require(office || isOfDepartments(by) || isOfIssuer(by));
            case SIGN_OFF -> HEAD_ONLY.require(by.has(Roles.SIGNATORY));
            case REPORT_STATUS, SET_TARGET, REASSIGN, ADD_ADDENDUM, LINK ->
                OFFICE_OR_ISSUER.require(office || isOfIssuer(by));
            case DECIDE_EXTENSION -> DECIDER_OF_BAND.require(isOfIssuer(by) || by.has(Roles.CLERK));
            case VERIFY, CLOSE, REOPEN, DISMISS_REGRESSION, RECORD_RETEST -> ISSUER_ONLY.require(isOfIssuer(by));
            case WATCH -> ISSUER_ONLY.require(by.is(Actor.SYSTEM.sub()));
        }
    }
}
