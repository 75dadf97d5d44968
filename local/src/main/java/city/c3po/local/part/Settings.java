package city.c3po.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The {@code C3PO_…} settings. {@code up} takes them from the environment and remembers those that say where things
 * are, so that a later {@code status} or {@code token} needs no environment at all.
 */
public final class Settings {
    private static final Set<String> REMEMBERED = Set.of(
            "C3PO_POSTGRES_URL",
            "C3PO_KAFKA_BOOTSTRAP",
            "C3PO_OIDC_URL",
            "C3PO_CITY_ZONE",
            "C3PO_SPA_ORIGINS",
            "C3PO_AOT",
            "C3PO_COMPILE");

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    public static Settings of(Map<String, String> environment) {
        var values = new TreeMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith("C3PO_") && !value.isBlank()) {
                values.put(name, value.strip());
            }
        });
        return new Settings(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Map<String, String> beginningWith(String prefix) {
        var some = new TreeMap<>(values);
        some.keySet().removeIf(name -> !name.startsWith(prefix));
        return some;
    }

    public Ports ports() {
        return Ports.of(values);
    }

    /** These settings, and those of {@code other} where these say nothing. */
    public Settings or(Settings other) {
        var both = new TreeMap<>(other.values);
        both.putAll(values);
        return new Settings(both);
    }

    /** The part of the settings that says where things are. */
    public Map<String, String> lasting() {
        var lasting = new TreeMap<String, String>();
        values.forEach((name, value) -> {
            if (REMEMBERED.contains(name) || name.startsWith("C3PO_PORT_") || name.startsWith("C3PO_WAY_")) {
                lasting.put(name, value);
            }
        });
        return lasting;
    }

    public void remember(Path folder) {
        var properties = new Properties();
        properties.putAll(lasting());
        Home.create(folder);
        try (var out = Files.newBufferedWriter(file(folder))) {
            properties.store(out, "Settings of the last ./c3po up");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Settings remembered(Path folder) {
        var properties = new Properties();
        if (Files.exists(file(folder))) {
            try (var in = Files.newBufferedReader(file(folder))) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var values = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return new Settings(values);
    }

    private static Path file(Path folder) {
        return folder.resolve("settings.properties");
    }
}
