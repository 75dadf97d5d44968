package city.c3po.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be set about the gateway itself; the services it stands before are in {@link Services}. */
@ConfigMapping(prefix = "c3po.gateway")
public interface GatewayConfig {
    /** How often documents are asked for again. */
    @WithDefault("30s")
    Duration documentsEvery();

    /** The same while one of them could not be had: a suite that is just starting should not wait half a minute. */
    @WithDefault("3s")
    Duration documentsRetry();

    /**
     * How long a service may take to give its document. Nobody waits for it: what was good stays in use meanwhile, and a
     * machine under load, where everything takes seconds, should not make a service look dead.
     */
    @WithDefault("30s")
    Duration documentsPatience();

    /** How long a service may take to accept a connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long the head of a request may take to arrive, from its first byte. */
    @WithDefault("10s")
    Duration headTimeout();

    /** Whether an ingress stands before it, whose word about callers is taken if it is one of the trusted proxies. */
    @WithDefault("false")
    boolean behindIngress();

    /**
     * Whose word about a caller's address, scheme and host is taken: addresses, names or networks ({@code 10.0.0.0/8})
     * of the ingress. The default is an address that nobody has (RFC 5737), since none at all would mean everybody.
     */
    @WithDefault("192.0.2.1")
    List<String> trustedProxies();

    /** How long a service may think before it begins to answer. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** The same for requests with {@code Prefer: wait}. */
    @WithDefault("40s")
    Duration waitTimeout();

    /** Requests that a service works on at once, through this replica of the gateway; more are refused at once. */
    @WithDefault("256")
    int concurrentPerService();

    /** The same for requests that wait for news: {@code Prefer: wait}, and streams of events. */
    @WithDefault("2048")
    int waitingPerService();

    /** Failures of a service within ten seconds after which it is left alone for a while. */
    @WithDefault("20")
    int failuresPerService();

    /** For how long; then one request tries. */
    @WithDefault("3s")
    Duration leftAlone();

    /** Requests a minute of one caller, by client and subject of its token; 0 for no limit. */
    @WithDefault("6000")
    int requestsPerMinute();

    /** The same of one address without a token that holds. */
    @WithDefault("600")
    int anonymousRequestsPerMinute();

    /** The largest body of a request. */
    @WithDefault("64M")
    MemorySize maxBody();

    /** The largest body of a request that is JSON. */
    @WithDefault("1M")
    MemorySize maxJsonBody();

    /** Origins of browsers' front ends that may call; none is allowed unless it is named here. */
    Optional<Set<String>> spaOrigins();
}
