package city.c3po.gateway.page;

import city.c3po.gateway.Services;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks every part how it is: at most once in two seconds however often that is wanted, and for at most one second. */
@Singleton
class Probes {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int TO_MANAGEMENT_PORT = 1000;

    /** Where a service's management interface is, for those that do not have it 1000 ports above the main one. */
    @ConfigMapping(prefix = "c3po.health")
    interface ManagementUrls {
        @WithParentName
        Map<String, URI> baseUrls();
    }

    enum Health {
        UP,
        /** Answers, but does not call itself ready. */
        DEGRADED,
        DOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param events what the service says of the events it gives and takes; empty when it says nothing */
    record Finding(Health health, JsonObject events) {
        static final Finding DOWN = new Finding(Health.DOWN, new JsonObject());
    }

    record Results(Map<String, Finding> services, Health identityProvider) {}

    private record Round(long begunNanos, CompletableFuture<Results> results) {}

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, URI> services = new TreeMap<>();
    private final URI identityProvider;
    private @Nullable Round last;

    Probes(Services services, ManagementUrls management, @ConfigProperty(name = "c3po.oidc.url") URI identityProvider) {
        services.baseUrls()
                .forEach((service, url) -> this.services.put(
                        service,
                        management
                                .baseUrls()
                                .getOrDefault(service, managementOf(url))
                                .resolve("/q/health/ready")));
        this.identityProvider = URI.create(identityProvider + "/.well-known/openid-configuration");
    }

    private static URI managementOf(URI url) {
        var port = url.getPort() < 0 ? 80 : url.getPort();
        return URI.create(url.getScheme() + "://" + url.getHost() + ":" + (port + TO_MANAGEMENT_PORT));
    }

    @PreDestroy
    void stop() {
        client.shutdownNow();
    }

    /** To be asked where a request is handled: the answer comes back there. */
    synchronized Future<Results> recent() {
        var now = System.nanoTime();
        if (last == null || now - last.begunNanos() > FRESH_NANOS) {
            last = new Round(now, probe());
        }
        return Future.fromCompletionStage(last.results(), Vertx.currentContext());
    }

    private CompletableFuture<Results> probe() {
        var asked = new TreeMap<String, CompletableFuture<Finding>>();
        services.forEach((service, url) -> asked.put(service, ask(url)));
        var identity = ask(identityProvider);
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .thenCombine(identity, (all, health) -> {
                    var results = new TreeMap<String, Finding>();
                    asked.forEach((service, answer) -> results.put(service, answer.join()));
                    return new Results(results, health.health());
                });
    }

    private CompletableFuture<Finding> ask(URI url) {
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply(Probes::finding)
                .completeOnTimeout(Finding.DOWN, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> Finding.DOWN);
    }

    private static Finding finding(HttpResponse<String> answer) {
        var health = answer.statusCode() == 200 ? Health.UP : Health.DEGRADED;
        try {
            return new Finding(health, EventLag.in(new JsonObject(answer.body())));
        } catch (DecodeException | ClassCastException noReport) {
            return new Finding(health, new JsonObject());
        }
    }
}
