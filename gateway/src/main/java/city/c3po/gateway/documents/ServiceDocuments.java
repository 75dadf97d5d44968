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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The documents of all configured services, refreshed in the background. */
@Singleton
public class ServiceDocuments {
    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** How long a start waits for services that are slow; without them it begins with what came with the build. */
    private static final Duration START = Duration.ofSeconds(8);

    private final GatewayConfig config;
    private final String version;
    private final SharedComponents shared;
    private final List<Source> sources;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final ExecutorService fetchers = Executors.newVirtualThreadPerTaskExecutor();

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
        this.published = new Published(aggregate, states());
    }

    /** What is good now; never waits. */
    public Published published() {
        return published;
    }

    /** Before the first request where possible, so that a gateway that is ready knows its routes. */
    void start(@Observes StartupEvent event) {
        var asked = new CountDownLatch(sources.size());
        sources.forEach(source -> fetchers.execute(() -> follow(source, asked)));
        try {
            if (!asked.await(START.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("not all documents have come yet, those of the build are used meanwhile");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        fetchers.shutdownNow();
        client.shutdownNow();
    }

    /** Each service has its own rhythm: one that hangs delays nobody else's news. */
    private void follow(Source source, CountDownLatch asked) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                refresh(source);
                asked.countDown();
                Thread.sleep(isLive(source) ? config.documentsEvery() : config.documentsRetry());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isLive(Source source) {
        return published.sources().stream()
                .anyMatch(state -> state.service().equals(source.service()) && state.state() == SourceState.State.LIVE);
    }

    /** Asks all services at once and returns when the last has answered or was given up. */
    public void refresh() {
        var asked = sources.stream()
                .map(source -> CompletableFuture.runAsync(() -> refreshNow(source), fetchers))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(asked).join();
    }

    private void refreshNow(Source source) {
        try {
            refresh(source);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh(Source source) throws InterruptedException {
        try {
            source.fetch(client, config.documentsPatience());
            publishWhatCame();
        } catch (RuntimeException e) {
            LOG.errorf(e, "document could not be refreshed service=%s", source.service());
        }
    }

    /** What came from others meanwhile goes along, so that many that come together are not merged one after the other. */
    private synchronized void publishWhatCame() {
        var before = published.sources();
        sources.forEach(Source::take);
        var changed = acceptCandidates();
        var states = states();
        if (changed || !states.equals(before)) {
            published = new Published(aggregate, states);
            states.stream().filter(state -> !before.contains(state)).forEach(ServiceDocuments::log);
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
