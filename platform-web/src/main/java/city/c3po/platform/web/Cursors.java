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
        return seal(keys.signing(), purpose, payload);
    }

    /** @throws RequestRefused {@link Refusal#BAD_CURSOR} when we did not seal it, or not for this purpose */
    public String open(String purpose, String cursor) {
        var parts = cursor.length() > LONGEST ? new String[0] : cursor.split("\\.", -1);
        if (parts.length != 3) {
            throw Refusal.BAD_CURSOR.refused();
        }
        var key = keys.named(parts[0]).orElseThrow(Refusal.BAD_CURSOR::refused);
        var payload = payload(parts[1]);
        // As a whole and as text: base64 has several spellings for some bytes, a cursor has one.
        if (!MessageDigest.isEqual(bytes(seal(key, purpose, payload)), bytes(cursor))) {
            throw Refusal.BAD_CURSOR.refused();
        }
        return payload;
    }

    private String seal(CursorKeys.Key key, String purpose, String payload) {
        return key.id() + "." + TO_TEXT.encodeToString(bytes(payload)) + "."
                + TO_TEXT.encodeToString(mac(key, service + "\n" + purpose + "\n" + payload));
    }

    private static byte[] mac(CursorKeys.Key key, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
            return mac.doFinal(bytes(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    private static String payload(String text) {
        try {
            return new String(FROM_TEXT.decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
