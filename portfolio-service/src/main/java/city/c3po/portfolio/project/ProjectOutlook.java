package city.c3po.portfolio.project;

import static city.c3po.portfolio.project.ProjectRule.NOTHING_TO_ANSWER;
import static city.c3po.portfolio.project.ProjectRule.RECLASSIFICATION_ANSWERED;
import static city.c3po.portfolio.project.ProjectRule.SECOND_PERSON_ANSWERS;

import city.c3po.platform.actor.Actor;
import city.c3po.portfolio.triage.Finding;
import city.c3po.portfolio.triage.Outcome;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The tier, what the PPM expects, what it came to, and whether that puts the project into a higher tier. */
@Embeddable
class ProjectOutlook {
    @Enumerated(EnumType.STRING)
    private Tier tier;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Forecast forecast;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Actual actual;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Reclassification reclassification;

    @SuppressWarnings("NullAway.Init")
    ProjectOutlook() {}

    ProjectOutlook(Tier tier) {
        this.tier = tier;
    }

    List<ProjectEvent> forecast(Actor by, Forecast expected, List<Finding> crossed, Instant at) {
        var formerly = forecast;
        forecast = expected;
        var events = new ArrayList<ProjectEvent>();
        events.add(new ProjectEvent.Forecasted(expected, formerly, at));
        var higher = crossed.isEmpty()
                ? Tier.LITE
                : Tier.of(
                        Outcome.MAJOR, crossed.stream().map(Finding::criterion).toList());
        var answered = reclassification;
        if (!higher.isAbove(tier)) {
            // what waits for an answer no longer needs one
            if (waits()) {
                reclassification = null;
            }
        } else if (answered == null || answered.to() != higher) {
            var why = crossed.stream().map(Finding::explanation).toList();
            reclassification = new Reclassification(tier, higher, why, by.sub(), at, null, null, null, null);
            events.add(new ProjectEvent.Reclassified(tier, higher, why, at));
        }
        return events;
    }

    List<ProjectEvent> record(Actual said, Instant at) {
        if (said.equals(actual)) {
            return List.of();
        }
        actual = said;
        return List.of(new ProjectEvent.ActualRecorded(said, at));
    }

    boolean waits() {
        return reclassification != null && reclassification.waits();
    }

    void requireNothingToAnswer() {
        RECLASSIFICATION_ANSWERED.require(!waits());
    }

    void requireAnswerable(Actor by) {
        NOTHING_TO_ANSWER.require(waits());
        SECOND_PERSON_ANSWERS.require(
                !by.is(Objects.requireNonNull(reclassification).forecastBy()));
    }

    List<ProjectEvent> answer(Actor by, boolean accepted, String reason, Instant at) {
        var waiting = Objects.requireNonNull(reclassification);
        reclassification = waiting.answered(accepted, reason, by, at);
        if (accepted) {
            tier = waiting.to();
        }
        return List.of(new ProjectEvent.ReclassificationAnswered(tier, accepted, reason, at));
    }

    Tier tier() {
        return tier;
    }

    @Nullable Forecast forecast() {
        return forecast;
    }

    @Nullable Actual actual() {
        return actual;
    }

    @Nullable Reclassification reclassification() {
        return reclassification;
    }
}
