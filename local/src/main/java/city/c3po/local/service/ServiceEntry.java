package city.c3po.local.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A service with a database, a topic and an API document, known everywhere by its key.
 *
 * @param module the folder of the repository that builds it
 * @param apart aggregates whose events go to a topic of their own, with the word in its name
 */
public record ServiceEntry(String key, String module, int port, int managementPort, Map<String, String> apart) {

    /** A service joins the local suite by a line here. */
    public static final List<ServiceEntry> ALL = List.of(
            new ServiceEntry("charter", "charter-service", 8081, 9081),
            new ServiceEntry("portfolio", "portfolio-service", 8082, 9082),
            new ServiceEntry("inventory", "inventory-service", 8083, 9083, Map.of("asset", "inventory-assets")),
            new ServiceEntry("audit", "audit-tracker-service", 8084, 9084),
            new ServiceEntry("reporting", "reporting-service", 8085, 9085));

    public ServiceEntry(String key, String module, int port, int managementPort) {
        this(key, module, port, managementPort, Map.of());
    }

    public static final ServiceEntry GATEWAY = new ServiceEntry("gateway", "gateway", 8080, 9080);

    /** The words in the names of its topics; the first is its key. */
    public List<String> streams() {
        var streams = new ArrayList<>(List.of(key));
        streams.addAll(new TreeSet<>(apart.values()));
        return streams;
    }

    /** Whether it gives receipts that it signs: it gets a key for that. */
    public boolean signs() {
        return key.equals("charter");
    }

    /** Whose events the reporting service takes: those of all others. Every other service says itself whom it hears. */
    public List<String> sources() {
        return key.equals("reporting")
                ? ALL.stream()
                        .filter(other -> !other.key().equals(key))
                        .flatMap(other -> other.streams().stream())
                        .toList()
                : List.of();
    }

    public String management() {
        return key + "-management";
    }
}
