package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Memory;
import city.c3po.bench.tool.BareQuarkus;
import city.c3po.bench.tool.Command;
import city.c3po.bench.tool.OwnGateway;
import city.c3po.bench.tool.Trouble;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many clients follow a stream of events and nothing happens: what their open connections cost the gateway. */
final class IdleStreams implements Measure {
    private static final int WANTED = 10_000;
    private static final int TARGET_MEBIBYTES = 512;
    /** Files that a process has open beside its connections: jars, logs, timers. */
    private static final int OTHER_FILES = 600;

    private static final Duration SETTLED = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public String question() {
        return "Memory of a gateway that holds %,d idle streams of events".formatted(WANTED);
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        var suite = bench.running();
        var token = suite.token("reporting-job");
        // each stream is two connections of the gateway: its client's and the service's
        var most = (openFiles() - OTHER_FILES) / 2;
        var streams = Math.min(bench.plan().share(WANTED), most);
        try (var bare = BareQuarkus.start(bench.repository(), bench.work(), "{}");
                var gateway = OwnGateway.before(
                        "reporting", bare.address(), suite.issuer(), bench.repository(), bench.work())) {
            var empty = Memory.of(gateway.pid()).resident();
            var open = new ArrayList<SocketChannel>();
            try {
                open(gateway.address(), token, streams, open, bench);
                Thread.sleep(SETTLED);
                var full = Memory.of(gateway.pid()).resident();
                return Outcome.measured(
                        name(),
                        List.of(
                                Figure.of("gateway without streams, resident", Unit.MEBIBYTES, Series.of(empty)),
                                Figure.of(
                                                "gateway with %,d idle streams, resident".formatted(streams),
                                                Unit.MEBIBYTES,
                                                Series.of(full))
                                        .atMost(TARGET_MEBIBYTES)),
                        notes(streams, most));
            } finally {
                for (var one : open) {
                    one.close();
                }
            }
        } catch (IOException e) {
            throw new Trouble("The streams cannot be opened", e);
        }
    }

    private static List<String> notes(int streams, int most) {
        var how = "Each stream was answered and has told one event; the service behind is the bare endpoint.";
        return streams < most
                ? List.of(how)
                : List.of(
                        how,
                        "Not %,d: a process may have %,d files open here (`ulimit -n`), and a stream is two connections."
                                .formatted(WANTED, openFiles()));
    }

    private static void open(URI gateway, String token, int count, List<SocketChannel> open, Workbench bench)
            throws IOException {
        var request = """
                GET /v1/changes HTTP/1.1\r
                Host: %s\r
                Accept: text/event-stream\r
                Authorization: Bearer %s\r
                \r
                """.formatted(gateway.getAuthority(), token).getBytes(StandardCharsets.US_ASCII);
        var answer = ByteBuffer.allocate(4_096);
        for (int n = 1; n <= count; n++) {
            var channel = SocketChannel.open(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            open.add(channel);
            channel.write(ByteBuffer.wrap(request));
            var text = new StringBuilder();
            while (text.indexOf("begun") < 0) {
                answer.clear();
                if (channel.read(answer) < 0) {
                    throw new Trouble("Stream %d ended: %s".formatted(n, text));
                }
                text.append(StandardCharsets.US_ASCII.decode(answer.flip()));
                if (text.length() > 12 && !text.toString().startsWith("HTTP/1.1 200")) {
                    throw new Trouble("Stream %d is refused: %s".formatted(n, text));
                }
            }
            if (n % 1_000 == 0) {
                bench.say("%,d streams".formatted(n));
            }
        }
    }

    private static int openFiles() {
        try {
            var limit = Command.of("sh", "-c", "ulimit -Hn")
                    .run(Duration.ofSeconds(10))
                    .strip();
            return limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted", e);
        }
    }
}
