package city.c3po.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The list of a watermark: what its source cannot send, and since when. */
final class InboxParked {
    private InboxParked() {}

    static SequencedMap<InboxSubject, Instant> of(JsonNode list) {
        var parked = new LinkedHashMap<InboxSubject, Instant>();
        for (var gap : list) {
            try {
                parked.put(
                        new InboxSubject(
                                gap.path("type").asText(), gap.path("id").asText()),
                        Instant.parse(gap.path("since").asText()));
            } catch (DateTimeException e) {
                throw new InboxPoison("the watermark's parked list cannot be read");
            }
        }
        return parked;
    }

    static SequencedMap<InboxSubject, Instant> of(String json) {
        try {
            return of(InboxEvent.JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the inbox holds what is no JSON", e);
        }
    }

    static String toJson(SequencedMap<InboxSubject, Instant> parked) {
        var list = InboxEvent.JSON.createArrayNode();
        parked.forEach((subject, since) -> list.addObject()
                .put("type", subject.type())
                .put("id", subject.id())
                .put("since", since.toString()));
        return list.toString();
    }
}
