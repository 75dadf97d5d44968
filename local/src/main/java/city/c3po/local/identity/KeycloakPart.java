package city.c3po.local.identity;

import city.c3po.local.part.Home;
import city.c3po.local.part.HttpLook;
import city.c3po.local.part.JavaProgram;
import city.c3po.local.part.Launch;
import city.c3po.local.part.Part;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import city.c3po.local.part.Secrets;
import city.c3po.local.part.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak. Its programs are shared by all homes of a repository; its data, and what it reads at start, are the home's
 * own. It is started without its shell script, which would stay between us and the process.
 */
public final class KeycloakPart implements Part {
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            // A few logins an hour: a second compiler would cost more than it gains.
            "-XX:TieredStopAtLevel=1",
            "-Xms96m",
            "-Xmx256m",
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    private final Home home;
    private final Settings settings;
    private final Secrets secrets;
    private final int port;
    private final int way;
    private final Realm realm;
    private final KeycloakDistribution distribution;

    /** @param way the port at which everybody reaches it, and so a part of the issuer's name */
    public KeycloakPart(Home home, Settings settings, Secrets secrets, int port, int way, Realm realm) {
        this.home = home;
        this.settings = settings;
        this.secrets = secrets;
        this.port = port;
        this.way = way;
        this.realm = realm;
        this.distribution = new KeycloakDistribution(home);
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("identity", port);
    }

    @Override
    public String address() {
        return base() + "/realms/" + Realm.NAME;
    }

    @Override
    public void install(Progress progress) {
        distribution.build(progress);
    }

    @Override
    public void prepare(Progress progress) {
        install(progress);
        try {
            for (var shared : List.of("lib", "providers", "themes", "conf")) {
                link(folder().resolve(shared), distribution.folder().resolve(shared));
            }
            offerRealm(progress);
        } catch (IOException e) {
            throw new Refusal("The identity provider cannot be prepared", e);
        }
    }

    @Override
    public Launch launch() {
        var environment = new HashMap<String, String>();
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        // The client of the pages in the browser has one origin; the gateway may be called from more.
        settings.get("C3PO_SPA_ORIGINS")
                .ifPresent(origins -> environment.put("C3PO_SPA_ORIGIN", origins.split(",")[0].strip()));
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("keycloak.admin"));
        // The realm's file names these variables where the secrets belong, and so holds none.
        for (var system : realm.systems()) {
            var secret = "client." + system;
            environment.put(Secrets.setting(secret), secrets.password(secret));
        }

        var program = new ArrayList<>(List.of(
                "-Dkc.home.dir=" + folder(),
                "-Djboss.server.config.dir=" + folder().resolve("conf"),
                "-cp",
                distribution.jar().toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                // One spelling of the issuer, whichever name of this machine a client used.
                "--hostname=" + base(),
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--cache=local",
                "--import-realm"));
        return new JavaProgram(name(), FLAGS, program, distribution.fingerprint()).launch(home, settings, environment);
    }

    @Override
    public boolean answers() {
        return HttpLook.ok(address() + "/.well-known/openid-configuration");
    }

    private String base() {
        return "http://127.0.0.1:" + way;
    }

    private Path folder() {
        return home.data("keycloak");
    }

    /** Keycloak imports a realm that it does not know yet. When ours has changed, it starts from nothing again. */
    private void offerRealm(Progress progress) throws IOException {
        var file = Home.create(folder().resolve("data/import")).resolve(Realm.NAME + "-realm.json");
        var json = realm.json();
        if (Files.exists(file) && Files.readString(file).equals(json)) {
            return;
        }
        var database = folder().resolve("data/h2");
        if (Files.exists(database)) {
            progress.say(name(), "the realm has changed and is imported anew");
            Home.delete(database);
        }
        Files.writeString(file, json);
    }

    private static void link(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }
}
