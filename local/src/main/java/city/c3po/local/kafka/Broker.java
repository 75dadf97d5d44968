package city.c3po.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The main class of the broker's process: formats the storage at its first start, then is Kafka. */
public final class Broker {
    private Broker() {}

    public static void main(String... arguments) throws IOException {
        var file = arguments[0];
        var properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of(file))) {
            properties.load(in);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            var cluster = org.apache.kafka.common.Uuid.randomUuid().toString();
            StorageTool.execute(new String[] {"format", "--cluster-id", cluster, "--config", file}, System.out);
        }
        Kafka.main(new String[] {file});
    }
}
