package city.c3po.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what is copied, while it is copied. */
final class Digests {
    private static final int CHUNK = 256 * 1024;

    private Digests() {}

    static String copy(InputStream in, OutputStream out) throws IOException {
        var digest = sha256();
        var chunk = new byte[CHUNK];
        for (var length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            digest.update(chunk, 0, length);
            out.write(chunk, 0, length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
