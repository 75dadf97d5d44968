package city.c3po.story.operations;

import city.c3po.testing.Infra;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Answers for the identity provider over TLS, on one port for its whole life: with another certificate, or wrongly. */
final class IdentityStandIn implements AutoCloseable {
    private static final String REALM = "/realms/city";
    private Optional<HttpsServer> server = Optional.empty();
    private int port;

    /** In place of what was there before. */
    IdentityStandIn serve(SSLContext certificate, boolean theRealm) {
        close();
        try {
            var next = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            next.setHttpsConfigurator(new HttpsConfigurator(certificate));
            var document = discovery();
            next.createContext("/", exchange -> {
                var known = theRealm && exchange.getRequestURI().getPath().startsWith(REALM);
                var body = known ? document : "{\"error\": \"Realm does not exist\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(known ? 200 : 404, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            next.start();
            port = next.getAddress().getPort();
            server = Optional.of(next);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "https://127.0.0.1:" + port + REALM;
    }

    /** As the test issuer says it, so that its tokens hold. */
    private static byte[] discovery() throws IOException {
        try (var in = URI.create(Infra.issuer() + "/.well-known/openid-configuration")
                .toURL()
                .openStream()) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.ifPresent(running -> running.stop(0));
    }
}
