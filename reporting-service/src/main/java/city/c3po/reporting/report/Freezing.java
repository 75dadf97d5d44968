package city.c3po.reporting.report;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.CompleteThrough;
import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.rule.Seen;
import city.c3po.reporting.log.Head;
import city.c3po.reporting.log.ReportPins;
import city.c3po.reporting.model.Occasion;
import city.c3po.reporting.model.ReportModel;
import city.c3po.reporting.model.RollForward;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report's figures stand. First it looks how far the sources are known, then how far the log goes: whatever was
 * recorded up to the cut-off is at or before that position.
 */
@Singleton
class Freezing {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Whoever asked may have gone home: the service freezes for them, in the office's name. */
    private static final Actor OFFICE = new Actor(
            Actor.SYSTEM.sub(),
            Actor.SYSTEM.issuer(),
            Actor.SYSTEM.client(),
            Actor.SYSTEM.name(),
            Set.of(Roles.PORTFOLIO_MANAGER),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null);

    private final Reports reports;
    private final Revisions revisions;
    private final CompleteThrough completeThrough;
    private final EntityManager entities;
    private final InstantSource clock;

    Freezing(
            Reports reports,
            Revisions revisions,
            CompleteThrough completeThrough,
            EntityManager entities,
            InstantSource clock) {
        this.reports = reports;
        this.revisions = revisions;
        this.completeThrough = completeThrough;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * In the running transaction: frozen, or noted to be as soon as the sources are complete.
     *
     * @param override why not to wait for them
     */
    Report freeze(UUID id, Actor by, Seen seen, @Nullable String override) {
        return reports.edit(id, by, seen, ReportAction.FREEZE, report -> attempt(report, by, by.sub(), override));
    }

    /** In transactions of its own: once more for one that waits. */
    void again(UUID id) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> reports.edit(id, OFFICE, Seen.whatever(), ReportAction.FREEZE, report -> {
                        @Nullable String asked = report.freezeRequest().by();
                        // frozen, cancelled or refused meanwhile
                        return asked == null ? List.of() : attempt(report, OFFICE, asked, null);
                    }));
        } catch (RuleViolation refused) {
            QuarkusTransaction.requiringNew()
                    .run(() -> reports.edit(
                            id,
                            OFFICE,
                            Seen.whatever(),
                            ReportAction.FREEZE,
                            report -> report.freezeRequest().waits()
                                    ? report.refuseFreeze(refused.rule().code(), clock.instant())
                                    : List.of()));
        }
    }

    /** The sources that are not known up to the cut-off. */
    List<CompleteThrough.Source> behind(Report report) {
        return onConnection(completeThrough::read).sources().stream()
                .filter(source -> source.through() == null
                        || source.through().isBefore(report.schedule().cutOff()))
                .toList();
    }

    private List<ReportEvent> attempt(Report report, Actor by, String asked, @Nullable String override) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        report.mayFreeze(by, at);
        var complete = onConnection(completeThrough::read);
        boolean known = complete.through() != null
                && !complete.through().isBefore(report.schedule().cutOff());
        if (!known && override == null) {
            return report.requestFreeze(by, at);
        }
        return report.freeze(by, freeze(report, asked, known ? null : override, complete, at), at);
    }

    private Frozen freeze(
            Report report, String by, @Nullable String override, CompleteThrough.Standing complete, Instant at) {
        var compared = reports.standing(report.body()).map(this::earlier);
        var previous = reports.lastOfChain(report.body()).map(this::earlier);
        return onConnection(connection -> {
            var occasion = occasion(
                    report, override, compared, previous, Head.read(connection).seq(), at);
            var model = model(connection, occasion, complete);
            ReportRule.ROLL_FORWARD_BALANCES.require(
                    model.unbalanced().isEmpty(),
                    Map.of(
                            "rows",
                            model.unbalanced().stream()
                                    .map(RollForward.Row::facts)
                                    .toList()));
            Revisions.put(connection, report.id(), occasion.revision(), model, at);
            ReportPins.put(connection, new ReportPins.Pin(report.id(), occasion.head()));
            return new Frozen(
                    occasion.revision(),
                    occasion.head(),
                    model.sha256(),
                    previous.map(Occasion.Earlier::id).orElse(null),
                    previous.map(Occasion.Earlier::sha256).orElse(null),
                    compared.map(Occasion.Earlier::id).orElse(null),
                    at,
                    by,
                    override);
        });
    }

    private ReportModel model(Connection connection, Occasion occasion, CompleteThrough.Standing complete)
            throws SQLException {
        var compared = occasion.compared();
        return compared == null
                ? ReportModel.of(connection, occasion, null, List.of(), complete)
                : ReportModel.of(
                        connection,
                        occasion,
                        printed(compared),
                        Revisions.standings(connection, compared.id(), compared.revision()),
                        complete);
    }

    private JsonNode printed(Occasion.Earlier earlier) {
        try {
            return JSON.readTree(
                    revisions.of(earlier.id(), earlier.revision()).orElseThrow().model());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frozen model is no JSON", e);
        }
    }

    private Occasion.Earlier earlier(Report report) {
        var frozen = Objects.requireNonNull(report.frozen());
        return new Occasion.Earlier(
                report.id(),
                report.number(),
                frozen.revision(),
                frozen.head(),
                report.schedule().cutOff(),
                report.cycle().meetingDate(),
                frozen.sha256());
    }

    private static Occasion occasion(
            Report report,
            @Nullable String override,
            Optional<Occasion.Earlier> compared,
            Optional<Occasion.Earlier> previous,
            long head,
            Instant at) {
        var cycle = report.cycle();
        return new Occasion(
                report.id(),
                report.number(),
                report.nextRevision(),
                cycle.body(),
                cycle.title(),
                report.schedule().cutOff(),
                cycle.cutOff(),
                cycle.meetingDate(),
                cycle.agendaItem(),
                cycle.asked(),
                at,
                head,
                override,
                compared.orElse(null),
                previous.orElse(null));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T onConnection(Work<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work::on);
    }
}
