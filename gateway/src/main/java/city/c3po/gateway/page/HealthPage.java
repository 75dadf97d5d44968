package city.c3po.gateway.page;

import city.c3po.gateway.documents.Published;
import city.c3po.gateway.documents.ServiceDocuments;
import city.c3po.gateway.documents.SourceState;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The suite's health at {@code /health}. Answers 200 whenever the gateway itself runs, because whoever asks wants to
 * know which part is ill; whether the gateway should get traffic is for its management interface to say.
 */
@Singleton
class HealthPage implements Pages {
    private final ServiceDocuments documents;
    private final Probes probes;

    HealthPage(ServiceDocuments documents, Probes probes) {
        this.documents = documents;
        this.probes = probes;
    }

    @Override
    public @Nullable Future<Page> at(String path) {
        return path.equals("/health") ? probes.recent().map(this::page) : null;
    }

    private Page page(Probes.Results results) {
        var published = documents.published();
        var body = new JsonObject()
                .put("status", isUp(published, results) ? "up" : "degraded")
                .put("identityProvider", results.identityProvider().word())
                .put("services", services(published, results))
                .put("routes", published.routes().size())
                .put(
                        "mergeProof",
                        new JsonObject()
                                .put("operations", published.proof().operations())
                                .put("components", published.proof().components()));
        return Page.momentary("application/json", body.toBuffer().getBytes());
    }

    private static boolean isUp(Published published, Probes.Results results) {
        return results.identityProvider() == Probes.Health.UP
                && results.services().values().stream().allMatch(found -> found.health() == Probes.Health.UP)
                && published.sources().stream().allMatch(source -> source.state() == SourceState.State.LIVE);
    }

    private static JsonArray services(Published published, Probes.Results results) {
        var services = new JsonArray();
        for (var source : published.sources()) {
            var found = results.services().getOrDefault(source.service(), Probes.Finding.DOWN);
            services.add(new JsonObject()
                    .put("service", source.service())
                    .put("status", found.health().word())
                    .put("events", found.events())
                    .put("document", document(source)));
        }
        return services;
    }

    private static JsonObject document(SourceState source) {
        var document = source.document();
        var json = new JsonObject()
                .put("state", source.state().word())
                .put("version", document == null ? null : document.version())
                .put("digest", document == null ? null : document.digest())
                .put("fetchedAt", text(source.fetchedAt()))
                .put("reason", source.reason());
        if (document != null && !document.unroutedPaths().isEmpty()) {
            json.put("notRouted", new JsonArray(document.unroutedPaths()));
        }
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
