package city.c3po.local.kafka;

import city.c3po.local.part.Home;
import city.c3po.local.part.JavaProgram;
import city.c3po.local.part.Launch;
import city.c3po.local.part.Part;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import city.c3po.local.part.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One Kafka node for all services of this machine. */
public final class KafkaPart implements Part {
    private final Home home;
    private final Settings settings;
    private final int port;
    private final int way;
    private final int controllerPort;
    private final Collection<String> topics;

    /** @param way the port at which clients reach it, which is the one it advertises */
    public KafkaPart(Home home, Settings settings, int port, int way, int controllerPort, Collection<String> topics) {
        this.home = home;
        this.settings = settings;
        this.port = port;
        this.way = way;
        this.controllerPort = controllerPort;
        this.topics = topics;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("kafka", port);
        ports.put("kafka-controller", controllerPort);
        return ports;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String reachedAt() {
        return "127.0.0.1:" + way;
    }

    @Override
    public void prepare(Progress progress) {
        var text = properties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new Refusal("Kafka's settings cannot be written", e);
        }
    }

    @Override
    public Launch launch() {
        var flags = new ArrayList<>(JavaProgram.compiling(settings));
        flags.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xms96m",
                "-Xmx256m",
                "-XX:MaxDirectMemorySize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info"));
        var program = List.of("-cp", home.jar().toString(), Broker.class.getName(), file().toString());
        return new JavaProgram(name(), flags, program, List.of(home.jar())).launch(home, settings, Map.of());
    }

    @Override
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void settle() {
        Topics.create(address(), topics);
    }

    private Map<String, String> properties() {
        var properties = new TreeMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        properties.put("advertised.listeners", "PLAINTEXT://" + reachedAt());
        properties.put("log.dirs", home.data(name()).resolve("data").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("num.partitions", Integer.toString(Topics.PARTITIONS));
        properties.put("log.retention.ms", "-1");
        // One broker has no replica to rely on: what it acknowledged is on disk within a second even if the power
        // goes, and every event is in its service's journal besides, from where it can be replayed.
        properties.put("log.flush.interval.ms", "1000");
        properties.put("log.flush.scheduler.interval.ms", "500");
        properties.put("offsets.topic.num.partitions", "3");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "3");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "3");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        // After kill -9 the node may register again only when its former session has ended.
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        properties.put("log.index.size.max.bytes", Integer.toString(2 * 1024 * 1024));
        properties.put("log.segment.bytes", Integer.toString(128 * 1024 * 1024));
        return properties;
    }

    private Path file() {
        return home.data(name()).resolve("server.properties");
    }
}
