package city.c3po.platform.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends poison to {@code <topic>.dlq} as it came, for whoever watches there. The database's copy is what counts; this
 * one follows when the broker takes it, perhaps twice.
 */
@Singleton
public class InboxCopies {
    private static final Logger LOG = Logger.getLogger(InboxCopies.class);

    private record Copy(UUID id, InboxRecord record, String error) {}

    private final InboxConsumers consumers;
    private final BackboneConfig backbone;
    private final DataSource database;
    private final Map<String, Object> broker;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    InboxCopies(
            InboxConsumers consumers,
            BackboneConfig backbone,
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.consumers = consumers;
        this.backbone = backbone;
        this.database = database;
        this.broker = broker;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void copy() {
        if (!consumers.state().ready()) {
            return;
        }
        try {
            for (var copy : missing()) {
                send(copy);
                note(copy);
            }
        } catch (SQLException | ExecutionException | KafkaException e) {
            LOG.warnf("poison is parked, but its copy cannot be sent yet cause=%s", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Copy> missing() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select id, source, partition, record_offset, record_key, record_headers, record_value, error
                        from inbox_waiting where error is not null and not copied order by since limit 100""");
                var row = query.executeQuery()) {
            var copies = new ArrayList<Copy>();
            while (row.next()) {
                copies.add(new Copy(
                        row.getObject(1, UUID.class),
                        new InboxRecord(
                                row.getString(2),
                                row.getInt(3),
                                row.getLong(4),
                                row.getBytes(5),
                                InboxRecord.headersOf(row.getString(6)),
                                row.getBytes(7)),
                        row.getString(8)));
            }
            return copies;
        }
    }

    private void send(Copy copy) throws InterruptedException, ExecutionException {
        var record = copy.record();
        var topic = backbone.onBroker("c3po." + record.source() + ".v1.dlq");
        var sent = new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
        sent.headers()
                .add("dlq_consumer", bytes(backbone.key()))
                .add("dlq_error", bytes(copy.error()))
                .add("dlq_partition", bytes(Integer.toString(record.partition())))
                .add("dlq_offset", bytes(Long.toString(record.offset())));
        try {
            producer().send(sent).get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            // with our headers it is too large; the others shall not wait for it
            LOG.errorf("poison stays in the database only, its copy is too large id=%s", copy.id());
        }
    }

    private void note(Copy copy) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update inbox_waiting set copied = true where id = ?")) {
            update.setObject(1, copy.id());
            update.execute();
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            var settings = new HashMap<>(broker);
            settings.put(ProducerConfig.CLIENT_ID_CONFIG, backbone.key() + "-dlq");
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
