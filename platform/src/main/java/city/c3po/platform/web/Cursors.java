package city.c3po.platform.web;

import city.c3po.platform.event.BackboneConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what a caller carries from one page to the next, so that nobody can make up or alter a position. A cursor is
 * {@code <key id>.<payload>.<HMAC>}, bound to this service and to a purpose.
 */
@Singleton
@Startup
public class Cursors {
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();
    private static final int LONGEST = 4_096;

    private final String service;
    private final CursorKeys keys;

    Cursors(BackboneConfig config, @ConfigProperty(name = "c3po.cursor.keys") Optional<String> keys) {
        this.service = config.key();
        this.keys = CursorKeys.of(keys.orElse(""));
    }

    /**
     * @param purpose what the cursor may be used for: the list's path
     * @param payload where the caller stands; readable by whoever holds the cursor
     */
    public String seal(String purpose, String payload) {
        var key = keys.signing();
        return key.id() + "." + text(payload.getBytes(StandardCharsets.UTF_8)) + "." + text(mac(key, purpose, payload));
    }

    /** @throws RequestRefused {@link Refusal#BAD_CURSOR} when we did not seal it, or not for this purpose */
    public String open(String purpose, String cursor) {
        var parts = cursor.length() > LONGEST ? new String[0] : cursor.split("\\.", -1);
        if (parts.length != 3) {
            throw Refusal.BAD_CURSOR.refused();
        }
        var key = keys.named(parts[0]).orElseThrow(Refusal.BAD_CURSOR::refused);
        var payload = new String(bytes(parts[1]), StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(mac(key, purpose, payload), bytes(parts[2]))) {
            throw Refusal.BAD_CURSOR.refused();
        }
        return payload;
    }

    private byte[] mac(CursorKeys.Key key, String purpose, String payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
            return mac.doFinal((service + "\n" + purpose + "\n" + payload).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return TO_TEXT.encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        try {
            return FROM_TEXT.decode(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }
}
