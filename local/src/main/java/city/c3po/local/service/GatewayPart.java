package city.c3po.local.service;

import city.c3po.local.part.Home;
import city.c3po.local.part.HttpLook;
import city.c3po.local.part.Launch;
import city.c3po.local.part.Part;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Settings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The one door, as a process. It knows the services by their addresses and nothing else about them. */
public final class GatewayPart implements Part {
    private static final ServiceEntry GATEWAY = ServiceEntry.GATEWAY;
    private static final int MEGABYTES = 192;

    private final Settings settings;
    private final List<ServiceEntry> services;
    private final String issuer;
    private final RunnerJar jar;

    public GatewayPart(Home home, Settings settings, List<ServiceEntry> services, String issuer) {
        this.settings = settings;
        this.services = services;
        this.issuer = issuer;
        this.jar = new RunnerJar(GATEWAY, home, settings);
    }

    @Override
    public String name() {
        return GATEWAY.key();
    }

    @Override
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put(GATEWAY.key(), port());
        ports.put(GATEWAY.management(), managementPort());
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
        var environment = new HashMap<String, String>();
        environment.put("C3PO_OIDC_URL", issuer);
        settings.get("C3PO_SPA_ORIGINS").ifPresent(origins -> environment.put("C3PO_SPA_ORIGINS", origins));
        environment.putAll(settings.beginningWith("C3PO_GATEWAY_"));
        for (var service : services) {
            var name = service.key().toUpperCase(Locale.ROOT);
            var port = settings.ports().of(service.key(), service.port());
            environment.put(
                    "C3PO_SERVICES_" + name,
                    "http://127.0.0.1:" + settings.ports().way(service.key(), port));
            // Either port may have been chosen, so that one does not follow from the other.
            environment.put(
                    "C3PO_HEALTH_" + name,
                    "http://127.0.0.1:" + settings.ports().of(service.management(), service.managementPort()));
        }
        return jar.launch(port(), managementPort(), MEGABYTES, environment);
    }

    @Override
    public boolean answers() {
        return HttpLook.ok(address() + "/health");
    }

    private int port() {
        return settings.ports().of(GATEWAY.key(), GATEWAY.port());
    }

    private int managementPort() {
        return settings.ports().of(GATEWAY.management(), GATEWAY.managementPort());
    }
}
