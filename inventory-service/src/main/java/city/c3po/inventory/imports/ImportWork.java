package city.c3po.inventory.imports;

import city.c3po.inventory.bulk.Bulk;
import city.c3po.platform.time.CityCalendar;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings imports forward, one at a time in the whole suite: whoever holds a session's advisory lock works. Each step is one
 * transaction, so that a step that was interrupted has not happened, and begins again.
 */
@Singleton
class ImportWork {
    private static final Logger LOG = Logger.getLogger(ImportWork.class);
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MOST_ATTEMPTS = 3;

    private final Imports imports;
    private final ImportSource sources;
    private final Bulk bulk;
    private final Progress progress;
    private final Aftermath aftermath;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final ZoneId zone;

    ImportWork(
            Imports imports,
            ImportSource sources,
            Bulk bulk,
            Progress progress,
            Aftermath aftermath,
            ObjectMapper json,
            InstantSource clock,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        this.imports = imports;
        this.sources = sources;
        this.bulk = bulk;
        this.progress = progress;
        this.aftermath = aftermath;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    /** Somebody waits: now rather than at the next look. */
    void wake() {
        Thread.ofVirtual().name("import-work").start(this::look);
    }

    @Scheduled(every = "{c3po.inventory.imports.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (waiting().isEmpty()) {
            return;
        }
        try (var connection = bulk.takeTurn().orElse(null)) {
            if (connection == null) {
                return;
            }
            for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
                advance(connection, waiting.getFirst());
            }
        } catch (SQLException e) {
            LOG.warnf("imports wait for the database cause=%s", e.toString());
        }
    }

    private List<UUID> waiting() {
        return QuarkusTransaction.requiringNew().call(imports::waiting);
    }

    private void advance(Connection connection, UUID id) throws SQLException {
        var one = QuarkusTransaction.requiringNew().call(() -> imports.find(id));
        try {
            if (one.importState() == ImportState.RECEIVED) {
                plan(connection, one);
            } else {
                apply(connection, one);
            }
        } catch (SQLException e) {
            if (!connection.isValid(5)) {
                throw e;
            }
            connection.rollback();
            LOG.errorf(e, "import failed number=%s", one.number());
            fail(id, "cannot-be-worked-on");
        }
    }

    private void plan(Connection connection, Import one) throws SQLException {
        if (staged(connection, one.id()) < one.rows()) {
            fail(one.id(), "the-file-was-lost-send-it-again");
            return;
        }
        progress.mark(one.id(), Progress.Step.MATCHING, 0, one.rows());
        plan(connection, one.id());
        connection.commit();
        progress.mark(one.id(), Progress.Step.PLANNED, one.rows(), one.rows());
        var counts = counts(connection, one.id());
        var at = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            var outside = sources.outside(one.id());
            imports.advance(one.id(), planned -> planned.plan(counts, outside, at));
        });
        var after = QuarkusTransaction.requiringNew().call(() -> imports.find(one.id()));
        if (after.importState() == ImportState.REJECTED) {
            aftermath.clear(one.id());
        }
    }

    private void plan(Connection connection, UUID id) throws SQLException {
        var at = clock.instant();
        try (var plan = connection.prepareStatement("select import_plan(?, ?, ?)")) {
            plan.setObject(1, id);
            plan.setObject(2, at.atOffset(ZoneOffset.UTC));
            plan.setObject(3, new CityCalendar(zone, Set.of()).dateOf(at));
            plan.execute();
        }
    }

    private void apply(Connection connection, Import one) throws SQLException {
        var id = one.id();
        if (!one.applied()) {
            progress.mark(id, Progress.Step.APPLYING, 0, one.rows());
            if (!applied(connection, one)) {
                return;
            }
        }
        progress.mark(id, Progress.Step.TELLING, one.rows(), one.rows());
        var counts = counts(connection, id);
        var at = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            aftermath.openReviews(one, at);
            imports.advance(id, done -> done.finish(counts, at));
        });
        aftermath.clear(id);
        progress.mark(id, Progress.Step.DONE, one.rows(), one.rows());
    }

    /** Another import or a person may have changed since the plan what it is bound to: then it is made anew. */
    private boolean applied(Connection connection, Import one) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            if (staged(connection, one.id()) < one.rows()) {
                connection.rollback();
                fail(one.id(), "the-file-was-lost-send-it-again");
                return false;
            }
            if (outdated(connection, one.id()) && !planAgain(connection, one)) {
                return false;
            }
            try {
                applyOnce(connection, one.id(), clock.instant());
                connection.commit();
                return true;
            } catch (SQLException e) {
                connection.rollback();
                if (!UNIQUE_VIOLATION.equals(e.getSQLState()) || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                if (!planAgain(connection, one)) {
                    return false;
                }
            }
        }
    }

    /** @return whether it can still be applied: ATOMIC is over when an outcome is another now */
    private boolean planAgain(Connection connection, Import one) throws SQLException {
        try (var keep = connection.createStatement()) {
            keep.execute("select import_plan_keep('" + one.id() + "')");
        }
        plan(connection, one.id());
        long changed;
        try (var compare = connection.prepareStatement("select import_plan_compare(?, ?)")) {
            compare.setObject(1, one.id());
            compare.setBoolean(2, one.options().mode() == ImportOptions.Mode.PARTIAL);
            try (var row = compare.executeQuery()) {
                row.next();
                changed = row.getLong(1);
            }
        }
        connection.commit();
        if (changed > 0 && one.options().mode() == ImportOptions.Mode.ATOMIC) {
            fail(one.id(), "plan-is-outdated");
            aftermath.clear(one.id());
            return false;
        }
        return true;
    }

    private static boolean outdated(Connection connection, UUID id) throws SQLException {
        try (var query = connection.prepareStatement("select import_outdated(?)")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void applyOnce(Connection connection, UUID id, Instant at) throws SQLException {
        try (var apply = connection.prepareStatement("select import_apply(?, ?)")) {
            apply.setObject(1, id);
            apply.setObject(2, at.atOffset(ZoneOffset.UTC));
            apply.execute();
        }
    }

    private static long staged(Connection connection, UUID id) throws SQLException {
        try (var query = connection.prepareStatement("select count(*) from staged_row where import = ?")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private ImportCounts counts(Connection connection, UUID id) throws SQLException {
        try (var query = connection.prepareStatement("select import_counts(?)::text")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                row.next();
                return json.readValue(row.getString(1), ImportCounts.class);
            } finally {
                connection.commit();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the counts of an import cannot be read", e);
        }
    }

    private void fail(UUID id, String reason) {
        var at = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> imports.advance(id, one -> one.fail(reason, at)));
    }
}
