package city.c3po.audit.recommendation;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an event means for the follow-up ledger and its deltas. */
record Move(Kind kind, @Nullable String was, @Nullable String becomes) {

    /** As the ledger and the delta classes name them. */
    enum Kind {
        ISSUED,
        IMPLEMENTED,
        CLOSED,
        REGRESSED,
        REOPENED,
        ADVANCED,
        SLIPPED,
        REASSIGNED,
        CLAIMED
    }

    static Stream<Move> of(RecommendationEvent event) {
        return switch (event) {
            case RecommendationEvent.Issued issued -> Stream.of(new Move(Kind.ISSUED, null, null));
            case RecommendationEvent.StatusClaimed said -> advance(said.from(), said.to());
            case RecommendationEvent.StatusReported said -> advance(said.from(), said.to());
            case RecommendationEvent.Claimed claimed ->
                Stream.of(
                        new Move(Kind.CLAIMED, null, null),
                        new Move(
                                Kind.ADVANCED,
                                ManagementStatus.NEARLY_IMPLEMENTED.name(),
                                ManagementStatus.CLAIMED_IMPLEMENTED.name()));
            case RecommendationEvent.ExtensionDecided decided ->
                decided.decision() == Extension.Decision.GRANTED
                        ? Stream.of(
                                new Move(Kind.SLIPPED, null, decided.target().toString()))
                        : Stream.empty();
            case RecommendationEvent.Slipped slipped ->
                Stream.of(new Move(Kind.SLIPPED, slipped.target().toString(), null));
            case RecommendationEvent.Reassigned moved -> Stream.of(new Move(Kind.REASSIGNED, moved.from(), moved.to()));
            case RecommendationEvent.Verified verified -> verdict(verified.from(), verified.to());
            case RecommendationEvent.Closed closed ->
                Stream.of(new Move(Kind.CLOSED, closed.from().name(), null));
            case RecommendationEvent.Regressed regressed ->
                Stream.of(new Move(Kind.REGRESSED, null, regressed.to().name()));
            case RecommendationEvent.Reopened reopened ->
                reopened.from() == VerifiedStatus.CLOSED_NOT_IMPLEMENTED
                        ? Stream.of(new Move(Kind.REOPENED, null, reopened.to().name()))
                        : Stream.empty();
            case RecommendationEvent.Responded said -> Stream.empty();
            case RecommendationEvent.SignedOff signed -> Stream.empty();
            case RecommendationEvent.TargetSet set -> Stream.empty();
            case RecommendationEvent.ActionPlanned planned -> Stream.empty();
            case RecommendationEvent.MilestoneCompleted done -> Stream.empty();
            case RecommendationEvent.ExtensionRequested asked -> Stream.empty();
            case RecommendationEvent.AddendumAdded added -> Stream.empty();
            case RecommendationEvent.Linked linked -> Stream.empty();
            case RecommendationEvent.LessonRecorded learned -> Stream.empty();
            case RecommendationEvent.Measured measured -> Stream.empty();
            case RecommendationEvent.MeasureEnded ended -> Stream.empty();
            case RecommendationEvent.RegressionProposed proposed -> Stream.empty();
            case RecommendationEvent.RegressionDismissed dismissed -> Stream.empty();
            case RecommendationEvent.Reminded reminded -> Stream.empty();
            case RecommendationEvent.RetestDue due -> Stream.empty();
            case RecommendationEvent.Retested retested -> Stream.empty();
        };
    }

    private static Stream<Move> advance(ManagementStatus from, ManagementStatus to) {
        return to.isProgressFrom(from) ? Stream.of(new Move(Kind.ADVANCED, from.name(), to.name())) : Stream.empty();
    }

    private static Stream<Move> verdict(VerifiedStatus from, VerifiedStatus to) {
        if (to == VerifiedStatus.IMPLEMENTED && from != to) {
            return Stream.of(new Move(Kind.IMPLEMENTED, from.name(), null));
        }
        return to == VerifiedStatus.PARTLY_IMPLEMENTED && from == VerifiedStatus.NOT_IMPLEMENTED
                ? Stream.of(new Move(Kind.ADVANCED, from.name(), to.name()))
                : Stream.empty();
    }
}
