package city.c3po.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A record, as far as its headers can be read. */
sealed interface InboxArrival {
    InboxRecord record();

    record Fact(InboxRecord record, InboxEnvelope envelope) implements InboxArrival {
        InboxKey key() {
            return new InboxKey(record.source(), envelope.epoch(), envelope.subject());
        }
    }

    /** @param parked what the source cannot send, and since when */
    record Mark(InboxRecord record, int epoch, Instant through, SequencedMap<InboxSubject, Instant> parked)
            implements InboxArrival {}

    /** Nobody knows whose event it is. */
    record Nameless(InboxRecord record, String error) implements InboxArrival {}

    static InboxArrival of(InboxRecord record) {
        try {
            return Watermark.TYPE.equals(record.attributeOrNull("type"))
                    ? mark(record)
                    : new Fact(record, InboxEnvelope.of(record));
        } catch (InboxPoison e) {
            return new Nameless(record, String.valueOf(e.getMessage()));
        }
    }

    private static Mark mark(InboxRecord record) {
        try {
            byte @Nullable [] value = record.value();
            var data = InboxEvent.JSON.readTree(value == null ? new byte[0] : value);
            return new Mark(
                    record,
                    InboxEnvelope.epoch(record),
                    Instant.parse(data.path("through").asText()),
                    InboxParked.of(data.path("parked")));
        } catch (JsonProcessingException e) {
            throw new InboxPoison("the watermark cannot be read: " + e.getOriginalMessage());
        } catch (IOException | DateTimeException e) {
            throw new InboxPoison("the watermark cannot be read: " + e.getMessage());
        }
    }
}
