package city.c3po.testing.infra;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** One Kafka node in KRaft mode, broker and controller, that creates no topic by itself. */
record Broker(String bootstrap, String cabled, int cablePort) {

    static Broker start(Path folder) throws Exception {
        var plain = "127.0.0.1:" + freePort();
        var cabled = "127.0.0.1:" + freePort();
        var controller = "127.0.0.1:" + freePort();
        var cablePort = freePortOutsideTheEphemeralRange();

        Files.createDirectories(folder);
        var file = folder.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings(folder, plain, cabled, controller, cablePort).store(out, null);
        }
        var formatted = StorageTool.execute(
                new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                new PrintStream(System.out, true));
        if (formatted != 0) {
            throw new IllegalStateException("the broker's folder could not be formatted");
        }
        Thread.ofPlatform().name("broker").start(() -> Kafka.main(new String[] {file.toString()}));
        awaitReady(plain);
        return new Broker(plain, cabled, cablePort);
    }

    private static Properties settings(Path folder, String plain, String cabled, String controller, int cablePort) {
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("listeners", "PLAIN://" + plain + ",CABLED://" + cabled + ",CONTROLLER://" + controller),
                Map.entry("advertised.listeners", "PLAIN://" + plain + ",CABLED://127.0.0.1:" + cablePort),
                Map.entry("listener.security.protocol.map", "PLAIN:PLAINTEXT,CABLED:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "PLAIN"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", folder.resolve("data").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("num.partitions", "6"),
                Map.entry("log.retention.ms", "-1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // Tests start consumers one by one; waiting for more of them only costs time.
                Map.entry("group.initial.rebalance.delay.ms", "0")));
        return settings;
    }

    private static void awaitReady(String bootstrap) throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrap))) {
            while (true) {
                try {
                    if (!admin.describeCluster()
                            .nodes()
                            .get(5, TimeUnit.SECONDS)
                            .isEmpty()) {
                        return;
                    }
                } catch (Exception e) {
                    if (System.nanoTime() > until) {
                        throw e;
                    }
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Nobody listens there until a test plugs a cable in, so no outgoing connection may get it meanwhile. */
    private static int freePortOutsideTheEphemeralRange() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }

    static void deleteQuietly(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException e) {
            System.out.println("left behind: " + folder + " " + e);
        }
    }
}
