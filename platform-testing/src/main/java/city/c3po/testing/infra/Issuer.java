package city.c3po.testing.infra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Discovery document and key set of a token issuer. It issues nothing: tests sign tokens themselves with the private
 * key, and the service under test verifies them exactly as it does in production.
 */
record Issuer(String url, String privateKeys) {
    private static final String REALM = "/realms/city";

    static Issuer start() throws IOException, JOSEException {
        RSAKey key = new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
        // A second one that is never published signs tokens which must be refused.
        RSAKey unknown = new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();

        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + REALM;
        answer(server, "/.well-known/openid-configuration", """
                {"issuer": "%1$s",
                 "authorization_endpoint": "%1$s/protocol/openid-connect/auth",
                 "token_endpoint": "%1$s/protocol/openid-connect/token",
                 "jwks_uri": "%1$s/protocol/openid-connect/certs",
                 "response_types_supported": ["code"],
                 "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(url));
        answer(server, "/protocol/openid-connect/certs", new JWKSet(key).toString(true));
        server.start();
        return new Issuer(url, new JWKSet(java.util.List.of(key, unknown)).toString(false));
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(REALM + path, exchange -> {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }
}
