/**
 * The journal and what flows from it.
 *
 * <p>An {@link city.c3po.platform.event.Aggregate} changes only through {@link city.c3po.platform.event.Aggregates}:
 * a verb answers with the {@link city.c3po.platform.event.Event}s that happened, the {@link city.c3po.platform.event.Journal}
 * writes them in the same transaction, the relay carries them to Kafka, and an inbox takes them into another service
 * once and in order. The journal is outbox, tamper-evident history and time machine at once.
 */
@NullMarked
package city.c3po.platform.event;

import org.jspecify.annotations.NullMarked;
