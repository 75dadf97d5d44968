package city.c3po.charter.evaluation;

import static city.c3po.charter.evaluation.EvaluationRule.ANOTHER_REVIEWS_A_DISPUTE;
import static city.c3po.charter.evaluation.EvaluationRule.RESPONSE_IN_TIME;
import static city.c3po.charter.evaluation.EvaluationRule.VENDOR_HEARD;

import city.c3po.platform.actor.Actor;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the vendor says to an evaluation, and what the review makes of it. */
@Embeddable
class Hearing {
    static final Duration RESPONSE_TIME = Duration.ofDays(14);

    private @Nullable Instant responseDue;
    private @Nullable String response;
    private @Nullable Boolean disputed;
    private @Nullable String reviewedBy;
    private @Nullable String reviewComment;

    EvaluationEvent open(Instant at) {
        var due = at.plus(RESPONSE_TIME);
        responseDue = due;
        return new EvaluationEvent.Issued(due, at);
    }

    EvaluationEvent respond(String text, boolean dispute, Instant at) {
        RESPONSE_IN_TIME.require(!isOver(at));
        response = text;
        disputed = dispute;
        return new EvaluationEvent.Responded(dispute, at);
    }

    /** @param writtenBy who evaluated */
    EvaluationEvent review(Actor by, String writtenBy, @Nullable String comment, Instant at) {
        VENDOR_HEARD.require(response != null || isOver(at));
        ANOTHER_REVIEWS_A_DISPUTE.require(!Boolean.TRUE.equals(disputed) || !by.is(writtenBy));
        reviewedBy = by.sub();
        reviewComment = comment;
        return new EvaluationEvent.Reviewed(by.sub(), comment, at);
    }

    private boolean isOver(Instant at) {
        return responseDue != null && at.isAfter(responseDue);
    }

    @Nullable Instant responseDue() {
        return responseDue;
    }

    @Nullable String response() {
        return response;
    }

    @Nullable Boolean disputed() {
        return disputed;
    }

    @Nullable String reviewedBy() {
        return reviewedBy;
    }

    @Nullable String reviewComment() {
        return reviewComment;
    }
}
