package city.c3po.portfolio.schedule.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads no more than a file may have. */
final class Bounded extends FilterInputStream {
    static final long MOST = 64L * 1024 * 1024;

    private long read;

    Bounded(InputStream content) {
        super(content);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int some = super.read(into, offset, length);
        count(Math.max(0, some));
        return some;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) {
        read += more;
        ExchangeRule.SCHEDULE_FILE_WITHIN_LIMITS.require(read <= MOST, Map.of("most", MOST));
    }
}
