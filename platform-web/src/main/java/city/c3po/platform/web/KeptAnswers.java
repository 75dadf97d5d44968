package city.c3po.platform.web;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table {@code idempotency}: written in the transaction of the change itself. Ages count in business time. */
@Singleton
class KeptAnswers {
    private static final long PURGE_LOCK = 4202;

    private final DataSource database;
    private final String age;

    KeptAnswers(DataSource database, @ConfigProperty(name = "c3po.idempotency.keep") Duration keep) {
        this.database = database;
        this.age = keep.toSeconds() + " seconds";
    }

    /** False while another request with this scope is being worked on. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean lock(byte[] scope) {
        return query(connection -> lock(connection, ByteBuffer.wrap(scope).getLong()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<KeptAnswer> find(byte[] scope) {
        return query(connection -> {
            try (var find = connection.prepareStatement("""
                    select body_sha256, status, etag, location, media_type, body from idempotency
                    where scope_sha256 = ? and recorded_at > business_now() - ?::interval""")) {
                find.setBytes(1, scope);
                find.setString(2, age);
                try (var row = find.executeQuery()) {
                    return row.next()
                            ? Optional.of(new KeptAnswer(
                                    row.getBytes(1),
                                    row.getInt(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getBytes(6)))
                            : Optional.empty();
                }
            }
        });
    }

    /** Takes the place of a forgotten one that is not yet purged. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(byte[] scope, KeptAnswer answer) {
        query(connection -> {
            try (var keep = connection.prepareStatement("""
                    insert into idempotency (scope_sha256, body_sha256, status, etag, location, media_type, body, recorded_at)
                    values (?, ?, ?, ?, ?, ?, ?, business_now())
                    on conflict (scope_sha256) do update set
                        body_sha256 = excluded.body_sha256, status = excluded.status, etag = excluded.etag,
                        location = excluded.location, media_type = excluded.media_type, body = excluded.body,
                        recorded_at = excluded.recorded_at""")) {
                keep.setBytes(1, scope);
                keep.setBytes(2, answer.requestDigest());
                keep.setInt(3, answer.status());
                keep.setString(4, answer.etag());
                keep.setString(5, answer.location());
                keep.setString(6, answer.mediaType());
                keep.setBytes(7, answer.body());
                return keep.executeUpdate();
            }
        });
    }

    /** At most a thousand, so that no purge holds up anybody; zero when nothing is left or another replica is at it. */
    @Transactional
    int purgeSome() {
        return query(connection -> lock(connection, PURGE_LOCK) ? purge(connection) : 0);
    }

    private int purge(Connection connection) throws SQLException {
        try (var purge = connection.prepareStatement("""
                delete from idempotency where scope_sha256 in (
                    select scope_sha256 from idempotency
                    where recorded_at <= business_now() - ?::interval
                    limit 1000)""")) {
            purge.setString(1, age);
            return purge.executeUpdate();
        }
    }

    private static boolean lock(Connection connection, long what) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, what);
            try (var row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T query(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("idempotency keys", e);
        }
    }
}
