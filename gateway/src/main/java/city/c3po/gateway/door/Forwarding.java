package city.c3po.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which headers cross the door. What a caller says about itself or about the way it came is dropped, because something
 * behind the door might believe it; what is true is said anew.
 */
final class Forwarding {
    private static final List<String> CLAIM_PREFIXES = List.of(
            "x-forwarded",
            "x-real-",
            "x-client-",
            "x-original-",
            "x-rewrite-",
            "x-remote-",
            "remote-",
            "x-user",
            "x-auth",
            "x-identity",
            "x-principal",
            "x-roles",
            "x-groups",
            "x-consumer",
            "x-envoy-",
            "x-ssl-",
            "ssl-");
    private static final Set<String> CLAIMS = Set.of(
            "forwarded",
            "via",
            "true-client-ip",
            "cf-connecting-ip",
            "x-cluster-client-ip",
            "x-http-method-override",
            "x-http-method",
            "x-method-override",
            "front-end-https",
            "proxy");

    /** Meant for the next hop only; the proxy itself drops the others of this kind. */
    private static final List<String> HOP_BY_HOP = List.of(
            "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Upgrade");

    private Forwarding() {}

    static void toService(MultiMap headers, Exchange exchange) {
        dropHopByHop(headers);
        headers.names().stream().filter(Forwarding::isClaim).toList().forEach(headers::remove);
        headers.remove(HttpHeaders.EXPECT);
        var request = exchange.request();
        headers.set(Exchange.REQUEST_ID, exchange.requestId());
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        headers.set("X-Forwarded-Host", request.authority().toString());
    }

    /** Who may call from a browser, and what the service is made of, is not for the service to tell. */
    static void toClient(MultiMap headers) {
        dropHopByHop(headers);
        headers.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .toList()
                .forEach(headers::remove);
        headers.remove("Server").remove("X-Powered-By");
    }

    private static void dropHopByHop(MultiMap headers) {
        for (var connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var name : connection.split(",")) {
                // Not even on request: without these the service would see another request than the gateway did.
                var listed = name.strip();
                if (!listed.isEmpty()
                        && !listed.equalsIgnoreCase("Authorization")
                        && !listed.equalsIgnoreCase("Host")) {
                    headers.remove(listed);
                }
            }
        }
        headers.remove(HttpHeaders.CONNECTION);
        HOP_BY_HOP.forEach(headers::remove);
    }

    private static boolean isClaim(String header) {
        var name = header.toLowerCase(Locale.ROOT);
        return CLAIMS.contains(name) || CLAIM_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
