package city.c3po.platform.event;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.RuleViolation;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What waits for an operator: poison that came in, what is held behind it, and aggregates of this service of which an
 * event cannot be sent.
 */
@Singleton
public class ParkedEvents {
    private static final String ALL = """
            select w.id, case when w.error is null then 'HELD' else 'PARKED' end as kind,
                   'c3po.' || w.source || '.v1' as topic, w.aggregate_type, w.aggregate_id, w.version, w.error, w.since,
                   w.partition, w.record_offset
            from inbox_waiting w
            union all
            select md5(o.topic || ' ' || o.aggregate_type || ' ' || o.aggregate_id)::uuid, 'UNSENT',
                   o.topic, o.aggregate_type, o.aggregate_id, null, o.error, o.since, null, null
            from outbox_parked o""";

    private final DataSource database;
    private final InboxConsumers consumers;

    ParkedEvents(DataSource database, InboxConsumers consumers) {
        this.database = database;
        this.consumers = consumers;
    }

    /** Oldest first, after a place in this order. */
    public List<ParkedEvent> after(Instant since, UUID id, int limit) {
        return query(connection -> {
            try (var query = connection.prepareStatement(
                    "select * from (" + ALL + ") parked where (since, id) > (?, ?) order by since, id limit ?")) {
                query.setObject(1, since.atOffset(ZoneOffset.UTC));
                query.setObject(2, id);
                query.setInt(3, limit);
                return read(query);
            }
        });
    }

    public long count() {
        return query(connection -> {
            try (var query = connection.prepareStatement("select count(*) from (" + ALL + ") parked");
                    var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Tries it again, and then all that waits behind it. */
    public ParkedEvent.Replayed replay(UUID id) {
        var parked = find(id).orElseThrow(Convention.NOT_FOUND::violated);
        return switch (parked.kind()) {
            case PARKED, HELD -> taken(parked);
            case UNSENT -> queued(parked);
        };
    }

    private Optional<ParkedEvent> find(UUID id) {
        return query(connection -> {
            try (var query = connection.prepareStatement("select * from (" + ALL + ") parked where id = ?")) {
                query.setObject(1, id);
                return read(query).stream().findFirst();
            }
        });
    }

    private ParkedEvent.Replayed taken(ParkedEvent parked) {
        var tally = replayed(parked.id()).orElseThrow(Convention.NOT_FOUND::violated);
        ParkedEventsRule.BEHIND_ANOTHER.require(tally.count(InboxOutcome.HELD) == 0);
        if (tally.count(InboxOutcome.PARKED) > 0) {
            // what waited behind it may be the culprit now: then this one has gone
            find(parked.id()).ifPresent(still -> {
                throw ParkedEventsRule.STILL_CANNOT_BE_TAKEN.violated(Map.of("error", String.valueOf(still.error())));
            });
        }
        return new ParkedEvent.Replayed(parked.id(), ParkedEvent.Replayed.Outcome.TAKEN);
    }

    private Optional<InboxTally> replayed(UUID id) {
        try {
            var inbox = consumers.inbox();
            return inbox.isEmpty() ? Optional.empty() : inbox.get().replay(id);
        } catch (RuleViolation e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot replay", e);
        }
    }

    private ParkedEvent.Replayed queued(ParkedEvent parked) {
        query(connection -> {
            try (var delete = connection.prepareStatement(
                    "delete from outbox_parked where topic = ? and aggregate_type = ? and aggregate_id = ?")) {
                delete.setString(1, parked.topic());
                delete.setString(2, parked.aggregateType());
                delete.setString(3, parked.aggregateId());
                return delete.executeUpdate();
            }
        });
        return new ParkedEvent.Replayed(parked.id(), ParkedEvent.Replayed.Outcome.QUEUED);
    }

    private static List<ParkedEvent> read(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            var parked = new ArrayList<ParkedEvent>();
            while (row.next()) {
                parked.add(of(row));
            }
            return parked;
        }
    }

    private static ParkedEvent of(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getObject("id", UUID.class),
                ParkedEvent.Kind.valueOf(row.getString("kind")),
                row.getString("topic"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getObject("version", Long.class),
                row.getString("error"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("partition", Integer.class),
                row.getObject("record_offset", Long.class));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T query(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what is parked", e);
        }
    }
}
