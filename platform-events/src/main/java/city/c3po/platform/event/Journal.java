package city.c3po.platform.event;

import city.c3po.platform.actor.Actor;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.Session;

/** Writes what happened, in the transaction in which it happens: no transaction, no write. */
@Singleton
public class Journal {
    private static final String APPEND =
            "select journal_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?)";

    private final EntityManager entities;
    private final JournalJson json;
    private final Relays relays;
    private final TransactionSynchronizationRegistry transaction;
    private final String key;
    private final BackboneConfig.Relay topics;

    Journal(
            EntityManager entities,
            JournalJson json,
            Relays relays,
            TransactionSynchronizationRegistry transaction,
            BackboneConfig config) {
        this.entities = entities;
        this.json = json;
        this.relays = relays;
        this.transaction = transaction;
        this.key = config.key();
        this.topics = config.relay();
    }

    /**
     * @param before the aggregate's version before these events; each takes the next one
     * @param events all carry the state after the verb
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Aggregate<?> aggregate, long before, Actor by, List<? extends Event> events) {
        var access = json.write(aggregate.access());
        var state = json.write(aggregate.state());
        var tasks = aggregate.tasks().isEmpty() ? null : json.write(aggregate.tasks());
        var trace = Trace.parent();
        entities.unwrap(Session.class).doWork(connection -> {
            long version = before;
            for (var event : events) {
                insert(connection, aggregate, ++version, by, event, access, state, tasks, trace);
            }
        });
        relays.wakeAfterCommit(transaction);
    }

    private void insert(
            Connection connection,
            Aggregate<?> aggregate,
            long version,
            Actor by,
            Event event,
            String access,
            String state,
            String tasks,
            String trace)
            throws SQLException {
        try (var call = connection.prepareStatement(APPEND)) {
            call.setObject(1, Uuid7.next());
            call.setString(2, event.aggregate());
            call.setString(3, aggregate.id().toString());
            call.setLong(4, version);
            call.setString(5, event.type());
            call.setString(6, schemaOf(event));
            call.setObject(7, event.at().atOffset(ZoneOffset.UTC));
            call.setString(8, by.sub());
            call.setString(9, event.why());
            call.setString(10, trace);
            call.setString(11, access);
            call.setString(12, json.write(event));
            call.setString(13, state);
            call.setObject(14, tasks, Types.VARCHAR);
            call.setString(15, topics.topicOf(event.aggregate()));
            call.execute();
        }
    }

    private String schemaOf(Event event) {
        return "/contracts/" + key + "/" + event.type().substring("city.c3po.".length()) + ".schema.json";
    }
}
