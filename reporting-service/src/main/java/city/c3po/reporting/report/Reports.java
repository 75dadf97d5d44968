package city.c3po.reporting.report;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reports. */
@Singleton
public class Reports extends Aggregates<Report, UUID, ReportAction> {
    Reports(EntityManager entities, Journal journal) {
        super(Report.class, entities, journal);
    }

    /** The one whose figures the next begins with: the latest that was published and stands. */
    Optional<Report> standing(String body) {
        return latest("schedule.body = :value and state = PUBLISHED", body);
    }

    /** The last of the public chain, whatever became of it since. */
    Optional<Report> lastOfChain(String body) {
        return latest("schedule.body = :value and outcome.publishedAt is not null", body);
    }

    /** What a resident is shown: the latest of all bodies, but for one. */
    public Optional<Report> shown(@Nullable UUID butFor) {
        return latest("state = PUBLISHED and id <> :value", butFor == null ? new UUID(0, 0) : butFor);
    }

    /** The report that stood on the dashboard at an instant, if it still may be shown. */
    public Optional<Report> shownAt(Instant at) {
        return latest("state in (PUBLISHED, SUPERSEDED) and outcome.publishedAt <= :value", at);
    }

    /** What the public may know of, the latest meeting first. */
    public List<Report> archive() {
        return entities()
                .createQuery(
                        "from Report where outcome.publishedAt is not null order by outcome.publishedAt desc, id desc",
                        Report.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    public Optional<Report> published(UUID id) {
        return Optional.ofNullable(entities().find(Report.class, id))
                .filter(report -> report.reportState().wasPublished());
    }

    /** The next meeting that is not over yet, for whichever body. */
    public Optional<Report> next() {
        return entities()
                .createQuery(
                        "from Report where state in (SCHEDULED, COLLECTING, FROZEN, IN_REVIEW) order by schedule.meetingDate, id",
                        Report.class)
                .setMaxResults(1)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }

    /** A link of the chain, whoever asks: it was public once. */
    @Nullable Report link(UUID id) {
        return entities().find(Report.class, id);
    }

    List<UUID> waitingToBeFrozen() {
        return entities()
                .createQuery(
                        "select id from Report where freezeRequest.by is not null and state = COLLECTING order by id",
                        UUID.class)
                .getResultList();
    }

    Report publish(UUID id, Actor by, Seen seen, Instant at) {
        var body = get(id, by).body();
        awaitTurn(body);
        var previous = lastOfChain(body).map(Report::id).orElse(null);
        var compared = standing(body).map(Report::id).orElse(null);
        return change(id, by, seen, ReportAction.PUBLISH, report -> {
            var events = report.publish(by, at);
            var frozen = Objects.requireNonNull(report.frozen());
            ReportRule.CHAIN_HOLDS.require(
                    Objects.equals(frozen.previous(), previous) && Objects.equals(frozen.compared(), compared),
                    Map.of("published", String.valueOf(previous), "previous", String.valueOf(frozen.previous())));
            return events;
        });
    }

    /** One of a body is published, superseded or withdrawn at a time: each changes what the others refer to. */
    void awaitTurn(String body) {
        entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))", Integer.class)
                .setParameter("key", "report/" + body)
                .getResultList();
    }

    private Optional<Report> latest(String condition, Object value) {
        return entities()
                .createQuery(
                        "from Report where " + condition + " order by outcome.publishedAt desc, id desc", Report.class)
                .setParameter("value", value)
                .setMaxResults(1)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }
}
