package city.c3po.portfolio.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.RestResponse;

/** A picture on its way out: tagged by what it shows, and able to do nothing but be seen. */
public final class PictureAnswer {
    public static final String SVG = "image/svg+xml";

    /** Opened by itself a picture is a document: its own style and nothing else. */
    private static final String NOTHING_BUT_STYLE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private PictureAnswer() {}

    public static RestResponse<String> of(String svg) {
        return RestResponse.ResponseBuilder.ok(svg)
                .tag(hash(svg))
                .header("Content-Security-Policy", NOTHING_BUT_STYLE)
                .build();
    }

    private static String hash(String svg) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(svg.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot hash a picture", e);
        }
    }
}
