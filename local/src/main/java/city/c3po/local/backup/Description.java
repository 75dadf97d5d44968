package city.c3po.local.backup;

import city.c3po.local.part.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a backup says of itself, so that one that does not fit is refused before anything is touched.
 *
 * @param taken when its copy ended: everything answered before is in it
 * @param postgres the major version of the server
 * @param migrations by service, the last migration of its tables
 */
record Description(Instant taken, int postgres, Map<String, Integer> migrations) {
    static final String NAME = "backup.properties";
    private static final String FORMAT = "1";
    private static final String MIGRATION = "migration.";

    byte[] toBytes() {
        var lines = new TreeMap<String, String>();
        lines.put("format", FORMAT);
        lines.put("taken", taken.toString());
        lines.put("postgres", Integer.toString(postgres));
        migrations.forEach((key, last) -> lines.put(MIGRATION + key, last.toString()));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    static Description of(byte[] content) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
        var format = lines.getProperty("format");
        if (!FORMAT.equals(format)) {
            throw new Refusal(
                    "The backup has the format %s, and this version reads %s. Restore it with the version that took it."
                            .formatted(format, FORMAT));
        }
        var migrations = new TreeMap<String, Integer>();
        lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith(MIGRATION))
                .forEach(name ->
                        migrations.put(name.substring(MIGRATION.length()), Integer.valueOf(lines.getProperty(name))));
        return new Description(
                Instant.parse(lines.getProperty("taken")), Integer.parseInt(lines.getProperty("postgres")), migrations);
    }

    /** An older backup is brought up to date by the services when they start; a newer one would not be understood. */
    void mustFit(int server, Map<String, Integer> present) {
        if (postgres != server) {
            throw new Refusal(
                    "The backup was taken from PostgreSQL %d, and this is PostgreSQL %d. Restore it with the version that took it, then move by a replica or a dump."
                            .formatted(postgres, server));
        }
        migrations.forEach((key, last) -> {
            if (last > present.getOrDefault(key, 0)) {
                throw new Refusal(
                        "The backup was taken from a newer %s (migration %d, here %d). Restore it with that version or a later one."
                                .formatted(key, last, present.getOrDefault(key, 0)));
            }
        });
    }
}
