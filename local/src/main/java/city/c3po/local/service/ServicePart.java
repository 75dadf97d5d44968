package city.c3po.local.service;

import city.c3po.local.part.Home;
import city.c3po.local.part.HttpLook;
import city.c3po.local.part.Launch;
import city.c3po.local.part.Part;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Secrets;
import city.c3po.local.part.Settings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A service as a process. It starts beside the identity provider, since it needs it at the first request only. */
public final class ServicePart implements Part {
    private static final int MEGABYTES = 256;

    private final ServiceEntry service;
    private final Settings settings;
    private final Secrets secrets;
    private final Backbone backbone;
    private final RunnerJar jar;

    public ServicePart(ServiceEntry service, Home home, Settings settings, Secrets secrets, Backbone backbone) {
        this.service = service;
        this.settings = settings;
        this.secrets = secrets;
        this.backbone = backbone;
        this.jar = new RunnerJar(service, home, settings);
    }

    @Override
    public String name() {
        return service.key();
    }

    @Override
    public Set<String> needs() {
        return Set.of("postgres", "kafka");
    }

    @Override
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put(service.key(), port());
        ports.put(service.management(), managementPort());
        return ports;
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void prepare(Progress progress) {
        jar.mustExist();
    }

    @Override
    public Launch launch() {
        return jar.launch(port(), managementPort(), MEGABYTES, environment());
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("C3PO_POSTGRES_URL", backbone.postgres());
        environment.put("C3PO_KAFKA_BOOTSTRAP", backbone.kafka());
        environment.put("C3PO_OIDC_URL", backbone.issuer());
        environment.put("C3PO_DB_OWNER_PASSWORD", secrets.password("db." + service.key() + ".owner"));
        environment.put("C3PO_DB_APP_PASSWORD", secrets.password("db." + service.key() + ".app"));
        environment.put("C3PO_CURSOR_KEYS", secrets.cursorKey("cursor." + service.key()));
        if (service.signs()) {
            environment.put("C3PO_SIGNING_KEYS", secrets.signingKeys("signing." + service.key()));
        }
        if (!service.sources().isEmpty()) {
            environment.put("C3PO_SOURCES", String.join(",", service.sources()));
        }
        settings.get("C3PO_CITY_ZONE").ifPresent(zone -> environment.put("C3PO_CITY_ZONE", zone));
        return environment;
    }

    /** Beside the service, whether it runs or not: all it needs is the journal and the broker. */
    public Launch replay(String from, String topic) {
        jar.mustExist();
        return jar.program("city.c3po.platform.event.Replay", List.of(service.key(), from, topic), environment());
    }

    /** The number of the last migration of its tables that it brings. */
    public int lastMigration() {
        return jar.lastMigration();
    }

    @Override
    public boolean answers() {
        return HttpLook.ok("http://127.0.0.1:%d/q/health/ready".formatted(managementPort()));
    }

    private int port() {
        return settings.ports().of(service.key(), service.port());
    }

    private int managementPort() {
        return settings.ports().of(service.management(), service.managementPort());
    }
}
