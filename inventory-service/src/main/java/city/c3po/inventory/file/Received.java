package city.c3po.inventory.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file on their way in: counted, digested, unpacked. */
public final class Received {
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_EXPANSION = 20;
    /** So much a small file may expand to whatever its ratio. */
    private static final long SLACK = 1L << 20;

    private final MessageDigest digest = sha256();
    private final Counting packed;
    private final InputStream content;

    public Received(InputStream raw) throws IOException {
        packed = new Counting(raw);
        var start = new PushbackInputStream(packed, 2);
        var magic = start.readNBytes(2);
        start.unread(magic);
        content = magic.length == 2 && (magic[0] & 0xff) == MAGIC_1 && (magic[1] & 0xff) == MAGIC_2
                ? new Expanding(start)
                : start;
    }

    /** What it says, unpacked. */
    public InputStream content() {
        return content;
    }

    /** Of the bytes as they were sent; to be asked once all are read. */
    public String sha256OfAll() throws IOException {
        packed.transferTo(java.io.OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    private final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        /** Whoever reads the content may close it; what follows is still to be digested. */
        @Override
        public void close() {}

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) {
                count += read;
                digest.update(into, offset, read);
                FileRule.FILE_FITS.require(count <= MOST_BYTES);
            }
            return read;
        }
    }

    private final class Expanding extends FilterInputStream {
        private long expanded;

        Expanding(InputStream in) throws IOException {
            super(opened(in));
        }

        private static InputStream opened(InputStream in) throws IOException {
            try {
                return new GZIPInputStream(in, 64 * 1024);
            } catch (ZipException | EOFException e) {
                throw FileRule.FILE_IS_WHOLE.violated();
            }
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int read = super.read(into, offset, length);
                if (read > 0) {
                    expanded += read;
                    FileRule.FILE_EXPANDS_SENSIBLY.require(expanded <= packed.count * MOST_EXPANSION + SLACK);
                    FileRule.FILE_FITS.require(expanded <= MOST_BYTES);
                }
                return read;
            } catch (ZipException | EOFException e) {
                throw FileRule.FILE_IS_WHOLE.violated();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
