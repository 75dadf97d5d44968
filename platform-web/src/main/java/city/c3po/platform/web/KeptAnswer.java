package city.c3po.platform.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was answered to a request that had an {@code Idempotency-Key}. */
record KeptAnswer(
        byte[] requestDigest,
        int status,
        @Nullable String etag,
        @Nullable String location,
        @Nullable String mediaType,
        byte @Nullable [] body) {

    static KeptAnswer of(byte[] requestDigest, RestResponse<String> answer) {
        return new KeptAnswer(
                requestDigest,
                answer.getStatus(),
                answer.getHeaderString(HttpHeaders.ETAG),
                answer.getHeaderString(HttpHeaders.LOCATION),
                answer.getHeaderString(HttpHeaders.CONTENT_TYPE),
                answer.getEntity() == null ? null : answer.getEntity().getBytes(StandardCharsets.UTF_8));
    }

    boolean answers(byte[] digest) {
        return Arrays.equals(requestDigest, digest);
    }

    RestResponse<String> response() {
        var response = RestResponse.ResponseBuilder.<String>create(status);
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        return body == null
                ? response.build()
                : response.entity(new String(body, StandardCharsets.UTF_8))
                        .type(mediaType)
                        .build();
    }
}
