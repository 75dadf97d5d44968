/**
 * The message broker: one Apache Kafka node that is broker and controller at once (KRaft), in a Java process of its
 * own, and the services' topics.
 */
@NullMarked
package city.c3po.local.kafka;

import org.jspecify.annotations.NullMarked;
