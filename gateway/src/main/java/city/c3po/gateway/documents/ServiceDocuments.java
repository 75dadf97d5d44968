package city.c3po.gateway.documents;

import city.c3po.gateway.GatewayConfig;
import city.c3po.gateway.Resources;
import city.c3po.gateway.Services;
import city.c3po.gateway.openapi.Aggregate;
import city.c3po.gateway.openapi.DocumentRefused;
import city.c3po.gateway.openapi.ServiceDocument;
import city.c3po.gateway.openapi.SharedComponents;
import io.micrometer.core.instrument.Clock;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The documents of all configured services, refreshed in the background. */
@Singleton
public class ServiceDocuments {
    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** How long a start waits for services that are slow; without them it begins with what came with the build. */
    private static final Duration START = Duration.ofSeconds(8);
    /** For the last bytes of documents that began to arrive in time. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final GatewayConfig config;
    private final String version;
    private final SharedComponents shared;
    private final List<Source> sources;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final ExecutorService fetchers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("documents").factory());

    private List<ServiceDocument> lastTried = List.of();
    private Aggregate aggregate;
    private volatile Published published;

    public ServiceDocuments(
            Services services,
            GatewayConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.config = config;
        this.version = version;
        this.shared = Resources.find("bundled/openapi/shared.json")
                .map(SharedComponents::read)
                .orElse(SharedComponents.none());
        this.sources = new TreeMap<>(services.baseUrls())
                .entrySet().stream()
                        .map(entry -> new Source(entry.getKey(), entry.getValue(), clock))
                        .toList();
        this.aggregate = Aggregate.of(List.of(), shared, version);
        sources.forEach(source ->
                Resources.find("bundled/openapi/" + source.service() + ".json").ifPresent(source::bundled));
        acceptCandidates();
        this.published = Published.of(aggregate, states());
    }

    /** What is good now; never waits. */
    public Published published() {
        return published;
    }

    /** Before the first request where possible, so that a gateway that is ready knows its routes. */
    void start(@Observes StartupEvent event) {
        try {
            rounds.submit(this::round).get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("not all documents have come yet, those of the build are used meanwhile");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        rounds.shutdownNow();
        fetchers.shutdownNow();
        client.shutdownNow();
    }

    private void round() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.error("documents could not be refreshed", e);
        }
        var complete = published.sources().stream().allMatch(source -> source.state() == SourceState.State.LIVE);
        var pause = complete ? config.documentsEvery() : config.documentsRetry();
        if (!rounds.isShutdown()) {
            rounds.schedule(this::round, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Asks all services at once, then publishes what goes together. */
    public synchronized void refresh() {
        var before = published.sources();
        fetchAll();
        var changed = acceptCandidates();
        var states = states();
        if (changed || !states.equals(before)) {
            published = Published.of(aggregate, states);
            states.stream().filter(state -> !before.contains(state)).forEach(ServiceDocuments::log);
        }
    }

    private void fetchAll() {
        var calls = sources.stream()
                .<Callable<Void>>map(source -> () -> {
                    source.fetch(client, config.documentsPatience());
                    return null;
                })
                .toList();
        try {
            var atMost = config.documentsPatience().plus(GRACE);
            var results = fetchers.invokeAll(calls, atMost.toMillis(), TimeUnit.MILLISECONDS);
            for (var n = 0; n < results.size(); n++) {
                var result = results.get(n);
                if (result.isCancelled()) {
                    sources.get(n).gaveUp();
                } else if (result.state() == Future.State.FAILED) {
                    LOG.error("document could not be read", result.exceptionNow());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All newest documents if they go together; otherwise as many of them as go with what is published. */
    private boolean acceptCandidates() {
        var candidates =
                sources.stream().map(Source::candidate).filter(Objects::nonNull).toList();
        if (candidates.equals(lastTried)) {
            return false;
        }
        lastTried = candidates;
        var former = aggregate;
        try {
            aggregate = Aggregate.of(candidates, shared, version);
            sources.stream().filter(source -> source.candidate() != null).forEach(Source::publish);
        } catch (DocumentRefused together) {
            sources.forEach(this::acceptAlone);
        }
        return aggregate != former;
    }

    private void acceptAlone(Source source) {
        var candidate = source.candidate();
        if (candidate == null || candidate.equals(source.published())) {
            return;
        }
        var documents = new LinkedHashMap<String, ServiceDocument>();
        aggregate.documents().forEach(document -> documents.put(document.service(), document));
        documents.put(source.service(), candidate);
        try {
            aggregate = Aggregate.of(new TreeMap<>(documents).values(), shared, version);
            source.publish();
        } catch (DocumentRefused refused) {
            source.refuse(refused.getMessage());
        }
    }

    private List<SourceState> states() {
        return sources.stream().map(Source::state).toList();
    }

    private static void log(SourceState state) {
        var line = "document service=%s state=%s published=%s reason=%s"
                .formatted(state.service(), state.state().word(), state.document(), state.reason());
        if (state.state() == SourceState.State.LIVE) {
            LOG.info(line);
        } else {
            LOG.warn(line);
        }
    }
}
