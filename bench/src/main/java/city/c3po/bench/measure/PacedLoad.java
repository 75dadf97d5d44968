package city.c3po.bench.measure;

import city.c3po.bench.tool.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * The same read, sent by the clock: so many a second whatever the answers take, and each time counted from when it
 * should have left. Plain sockets, so that the sender costs little beside what it measures.
 */
record PacedLoad(int connections, int perSecond, String path, String token) {
    private static final int DIGITS = 3;
    private static final int PATIENCE = 10_000;
    private static final String LENGTH = "content-length:";

    /** Times in microseconds. */
    Histogram run(URI address, Duration length) throws InterruptedException {
        var times = new ConcurrentHistogram(DIGITS);
        var request = """
                GET %s HTTP/1.1\r
                Host: %s\r
                Accept: application/json\r
                Authorization: Bearer %s\r
                \r
                """.formatted(path, address.getAuthority(), token).getBytes(StandardCharsets.US_ASCII);
        var begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var all = new ArrayList<Future<?>>();
            for (int n = 0; n < connections; n++) {
                var number = n;
                all.add(threads.submit(() -> {
                    send(address, request, begin, number, length, times);
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new Trouble("%s broke off under a steady load".formatted(address), e.getCause());
        }
        return times;
    }

    private void send(URI address, byte[] request, long begin, int number, Duration length, Histogram times)
            throws IOException {
        var step = 1_000_000_000L * connections / perSecond;
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            var first = begin + step * number / connections;
            for (var due = first; due - begin < length.toNanos(); due += step) {
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(request);
                answer(in);
                times.recordValue((System.nanoTime() - due) / 1_000);
            }
        }
    }

    private static void answer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered " + status);
        }
        var length = -1L;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(header.substring(LENGTH.length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException("no length");
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
