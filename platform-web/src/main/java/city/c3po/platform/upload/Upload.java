package city.c3po.platform.upload;

import city.c3po.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Bytes on their way: first to a file of our own, so that a slow or broken sender holds neither memory nor a transaction,
 * and nothing of an upload that breaks off is ever seen.
 */
public record Upload(Path file, long size, String sha256, MediaType type) implements AutoCloseable {
    public static final long LIMIT = 20L * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    public static Upload receive(InputStream in) {
        try {
            var file = Files.createTempFile("c3po-upload-", ".part");
            try {
                return spool(in, file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            // the sender went away in the middle: nobody reads the answer, and nothing is left behind
            throw Refusal.UNREADABLE_BODY.refused();
        }
    }

    private static Upload spool(InputStream in, Path file) throws IOException {
        var digest = digester();
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            var counted = new DigestInputStream(in, digest);
            var chunk = new byte[CHUNK];
            for (int n = counted.read(chunk); n >= 0; n = counted.read(chunk)) {
                size += n;
                if (size > LIMIT) {
                    throw Refusal.CONTENT_TOO_LARGE.refused(Map.of("Connection", "close"));
                }
                out.write(chunk, 0, n);
            }
        }
        return new Upload(file, size, HexFormat.of().formatHex(digest.digest()), MediaType.of(head(file)));
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MediaType.HEAD);
        }
    }

    private static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
