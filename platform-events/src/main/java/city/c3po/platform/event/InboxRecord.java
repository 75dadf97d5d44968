package city.c3po.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A record as Kafka gave it, byte for byte, so that one that waits can be tried again later. */
record InboxRecord(
        String source,
        int partition,
        long offset,
        byte @Nullable [] key,
        List<Header> headers,
        byte @Nullable [] value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static InboxRecord of(String source, ConsumerRecord<byte[], byte[]> record) {
        return new InboxRecord(
                source,
                record.partition(),
                record.offset(),
                record.key(),
                List.of(record.headers().toArray()),
                record.value());
    }

    /** Of a CloudEvent in binary mode: {@code ce_<name>}. */
    String attribute(String name) {
        var value = attributeOrNull(name);
        if (value == null) {
            throw new InboxPoison("no header ce_" + name);
        }
        return value;
    }

    @Nullable String attributeOrNull(String name) {
        for (var header : headers.reversed()) {
            if (header.key().equals("ce_" + name) && header.value() != null) {
                return text(header);
            }
        }
        return null;
    }

    private static String text(Header header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.value()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InboxPoison("header " + header.key() + " is not UTF-8");
        }
    }

    String headersAsJson() {
        var json = JSON.createArrayNode();
        for (var header : headers) {
            json.addArray().add(header.key()).add(header.value());
        }
        return json.toString();
    }

    static List<Header> headersOf(String json) {
        try {
            var headers = new ArrayList<Header>();
            for (JsonNode pair : JSON.readTree(json)) {
                var value = pair.get(1);
                headers.add(new RecordHeader(
                        pair.get(0).asText(),
                        value.isNull() ? null : Base64.getDecoder().decode(value.asText())));
            }
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the inbox holds what is no JSON", e);
        }
    }
}
