package city.c3po.reporting.changes;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions. Where a job stands is no business fact: it is kept in a table of its own and leaves no event, or
 * each pull of each job would be news to all others.
 */
@Singleton
class Subscriptions {
    /** Of one owner: enough for every job, too few to fill a disk. */
    static final int MOST = 50;

    private static final String COLUMNS =
            "name, owner, version, types, departments, programs, fields, mode, place, created_at, acknowledged_at";

    /** @param created whether this request made it */
    record Put(Subscription subscription, boolean created) {}

    private final DataSource database;

    Subscriptions(DataSource database) {
        this.database = database;
    }

    Subscription get(String name, Actor by) {
        return find("select " + COLUMNS + " from change_subscription where name = ?", name)
                .filter(found -> found.visibleTo(by))
                .orElseThrow(Convention.NOT_FOUND::violated);
    }

    /** @param after only names beyond this one; null for the first page */
    List<Subscription> list(Actor by, @Nullable String after, int most) {
        boolean all = by.has(Roles.OPERATOR) || by.has(Roles.PORTFOLIO_MANAGER);
        return on(connection -> {
            try (var query = connection.prepareStatement("select " + COLUMNS + " from change_subscription"
                    + " where (? or owner = ?) and name > ? order by name limit ?")) {
                query.setBoolean(1, all);
                query.setString(2, by.sub());
                query.setString(3, after == null ? "" : after);
                query.setInt(4, most);
                try (var row = query.executeQuery()) {
                    var found = new ArrayList<Subscription>();
                    while (row.next()) {
                        found.add(read(row));
                    }
                    return found;
                }
            }
        });
    }

    /** In the running transaction: as asked for, made or changed. */
    Put put(String name, Actor by, Seen seen, Supplier<Subscription> fresh, Function<Subscription, Subscription> edit) {
        awaitTurn(name);
        var found = locked(name);
        if (found.isEmpty()) {
            seen.mustAllowCreation();
            FeedRule.SUBSCRIPTIONS_FEW.require(list(by, null, MOST + 1).stream()
                            .filter(one -> by.is(one.owner()))
                            .count()
                    < MOST);
            return new Put(insert(fresh.get()), true);
        }
        var present = admitted(found.get(), by, seen);
        var edited = edit.apply(present);
        return new Put(edited.equals(present) ? present : update(edited), false);
    }

    Subscription change(String name, Actor by, Seen seen, Function<Subscription, Subscription> verb) {
        var present = admitted(locked(name).orElseThrow(Convention.NOT_FOUND::violated), by, seen);
        return update(verb.apply(present));
    }

    void remove(String name, Actor by, Seen seen) {
        var present = locked(name).orElseThrow(Convention.NOT_FOUND::violated);
        Convention.NOT_FOUND.require(present.visibleTo(by));
        if (!by.has(Roles.OPERATOR)) {
            present.mustBeOf(by);
        }
        seen.mustBe(present.version(), present.entityTag());
        on(connection -> {
            try (var delete = connection.prepareStatement("delete from change_subscription where name = ?")) {
                delete.setString(1, name);
                return delete.executeUpdate();
            }
        });
    }

    private static Subscription admitted(Subscription found, Actor by, Seen seen) {
        Convention.NOT_FOUND.require(found.visibleTo(by));
        found.mustBeOf(by);
        seen.mustBe(found.version(), found.entityTag());
        return found;
    }

    /** Two who make the same name at once: the second finds that of the first. */
    private void awaitTurn(String name) {
        on(connection -> {
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, "change-subscription/" + name);
                return lock.execute();
            }
        });
    }

    private Optional<Subscription> locked(String name) {
        return find("select " + COLUMNS + " from change_subscription where name = ? for no key update", name);
    }

    private Optional<Subscription> find(String sql, String name) {
        return on(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                query.setString(1, name);
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.of(read(row)) : Optional.empty();
                }
            }
        });
    }

    private Subscription insert(Subscription one) {
        return on(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into change_subscription (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, one.name());
                insert.setString(2, one.owner());
                insert.setLong(3, one.version());
                insert.setArray(
                        4,
                        connection.createArrayOf("text", one.filters().types().toArray()));
                insert.setArray(
                        5,
                        connection.createArrayOf(
                                "text", one.filters().departments().toArray()));
                insert.setArray(
                        6,
                        connection.createArrayOf(
                                "text", one.filters().programs().toArray()));
                insert.setArray(
                        7,
                        connection.createArrayOf("text", one.filters().fields().toArray()));
                insert.setString(8, one.mode().word());
                insert.setString(9, one.place().toText());
                insert.setObject(10, one.createdAt().atOffset(ZoneOffset.UTC));
                insert.setObject(11, atOrNull(one.acknowledgedAt()));
                insert.execute();
                return one;
            }
        });
    }

    private Subscription update(Subscription one) {
        return on(connection -> {
            try (var update = connection.prepareStatement("""
                    update change_subscription set version = ?, types = ?, departments = ?, programs = ?, fields = ?,
                                                   mode = ?, place = ?, acknowledged_at = ?
                    where name = ?""")) {
                update.setLong(1, one.version());
                update.setArray(
                        2,
                        connection.createArrayOf("text", one.filters().types().toArray()));
                update.setArray(
                        3,
                        connection.createArrayOf(
                                "text", one.filters().departments().toArray()));
                update.setArray(
                        4,
                        connection.createArrayOf(
                                "text", one.filters().programs().toArray()));
                update.setArray(
                        5,
                        connection.createArrayOf("text", one.filters().fields().toArray()));
                update.setString(6, one.mode().word());
                update.setString(7, one.place().toText());
                update.setObject(8, atOrNull(one.acknowledgedAt()));
                update.setString(9, one.name());
                update.execute();
                return one;
            }
        });
    }

    private static @Nullable OffsetDateTime atOrNull(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Subscription read(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime acknowledged = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new Subscription(
                row.getString("name"),
                row.getString("owner"),
                row.getLong("version"),
                new Filters(
                        texts(row, "types"), texts(row, "departments"), texts(row, "programs"), texts(row, "fields")),
                Mode.LOG.word().equals(row.getString("mode")) ? Mode.LOG : Mode.NET,
                Bookmark.of(row.getString("place")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                acknowledged == null ? null : acknowledged.toInstant());
    }

    private static TreeSet<String> texts(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(List.of((String[]) row.getArray(column).getArray()));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("subscriptions", e);
        }
    }
}
