package city.c3po.inventory.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a file: UTF-8, with or without a mark at its beginning, UTF-16 with one; and bytes that are no UTF-8
 * are what Windows meant by them, one by one, because exports of old systems mix both.
 */
final class Characters extends Reader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 64 * 1024;

    private final InputStream bytes;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer out = CharBuffer.allocate(BUFFER).flip();
    private boolean ended;

    private Characters(InputStream bytes) {
        this.bytes = bytes;
    }

    static Reader of(InputStream raw) throws IOException {
        var bytes = new PushbackInputStream(raw, 3);
        var start = bytes.readNBytes(3);
        if (start.length >= 2
                && (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                        || start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)) {
            bytes.unread(start);
            return new InputStreamReader(bytes, StandardCharsets.UTF_16);
        }
        if (!(start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF)) {
            bytes.unread(start);
        }
        return new Characters(bytes);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (!out.hasRemaining()) {
            if (ended && !in.hasRemaining()) {
                return -1;
            }
            fill();
        }
        int taken = Math.min(length, out.remaining());
        out.get(into, offset, taken);
        return taken;
    }

    private void fill() throws IOException {
        in.compact();
        int read = bytes.read(in.array(), in.position(), in.remaining());
        if (read < 0) {
            ended = true;
        } else {
            in.position(in.position() + read);
        }
        in.flip();
        out.clear();
        while (true) {
            var result = utf8.decode(in, out, ended);
            if (result.isMalformed() && out.hasRemaining()) {
                for (int n = 0; n < result.length(); n++) {
                    out.put(WINDOWS.decode(ByteBuffer.wrap(new byte[] {in.get()}))
                            .get());
                }
            } else {
                break;
            }
        }
        out.flip();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
