package city.c3po.platform.identity;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Not ready while what answers at {@code C3PO_OIDC_URL} is no realm, or shows a certificate that does not hold: every
 * caller would be refused. A provider that does not answer is no reason: keys that are known go on, and it comes back.
 */
@Singleton
@Readiness
public class IdentityHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(IdentityHealth.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String WELL = "";

    private final HttpClient client;
    private final HttpRequest question;
    private volatile String fault = WELL;

    /** @param trusted the trust that the framework verifies tokens with; by itself both take the JVM's */
    IdentityHealth(
            @ConfigProperty(name = "c3po.oidc.url") URI realm,
            @ConfigProperty(name = "quarkus.oidc.tls.tls-configuration-name") Optional<String> trusted,
            TlsConfigurationRegistry trust)
            throws Exception {
        var builder = HttpClient.newBuilder().connectTimeout(PATIENCE);
        if (trusted.isPresent()) {
            builder.sslContext(trust.get(trusted.get()).orElseThrow().createSSLContext());
        }
        client = builder.build();
        question = HttpRequest.newBuilder(URI.create(realm + "/.well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build();
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        var found = found();
        if (!found.equals(fault)) {
            LOG.warnf("identity provider %s url=%s", found.isEmpty() ? "is well again" : found, question.uri());
        }
        fault = found;
    }

    private String found() throws InterruptedException {
        try {
            var answer = client.send(question, HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode() / 100) {
                case 2 -> answer.body().contains("\"jwks_uri\"") ? WELL : "answers something else than a realm does";
                case 4 -> "has no such realm: it answers " + answer.statusCode();
                default -> WELL;
            };
        } catch (SSLException e) {
            return "is not trusted: " + e.getMessage();
        } catch (IOException away) {
            return WELL;
        }
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("identity").status(fault.isEmpty());
        return fault.isEmpty()
                ? answer.build()
                : answer.withData("fault", fault).build();
    }
}
