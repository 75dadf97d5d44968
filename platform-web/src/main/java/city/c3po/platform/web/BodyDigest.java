package city.c3po.platform.web;

import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, and the digest of this request's raw body. */
final class BodyDigest {
    private static final String KEY = BodyDigest.class.getName();
    private static final byte[] NO_BODY = {};

    private BodyDigest() {}

    static void keep(RoutingContext call, byte[] body) {
        call.put(KEY, sha256(body));
    }

    static byte[] of(RoutingContext call) {
        byte[] kept = call.get(KEY);
        return kept == null ? sha256(NO_BODY) : kept;
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
