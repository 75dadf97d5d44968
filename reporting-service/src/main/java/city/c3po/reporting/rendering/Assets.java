package city.c3po.reporting.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one style sheet of our pages. It is part of each page, so that a page that was saved still looks like itself; the
 * policy names its hash, so that nothing else is run or shown.
 */
public final class Assets {
    public static final String CSS = text("public/public.css");
    static final String PDF_CSS = text("public/pdf.css");

    /** Nothing from elsewhere, no script, no plug-in, in nobody's frame. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(CSS)
            + "'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Assets() {}

    static byte[] bytes(String name) {
        try (var in = Assets.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
