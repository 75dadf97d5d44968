package city.c3po.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final Set<String> CLAIMS = caseInsensitive(
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

    /** Most headers are told from claims by their first letter. */
    private static final String CLAIMS_BEGIN_WITH = Stream.concat(CLAIM_PREFIXES.stream(), CLAIMS.stream())
            .map(claim -> claim.substring(0, 1))
            .distinct()
            .map(letter -> letter + letter.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining());

    /** Meant for the next hop only; the proxy itself drops the others of this kind. */
    private static final List<CharSequence> HOP_BY_HOP = Stream.of(
                    "Keep-Alive",
                    "Proxy-Authenticate",
                    "Proxy-Authorization",
                    "Proxy-Connection",
                    "TE",
                    "Trailer",
                    "Transfer-Encoding",
                    "Upgrade")
            .map(HttpHeaders::createOptimized)
            .toList();

    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence POWERED_BY = HttpHeaders.createOptimized("X-Powered-By");

    private Forwarding() {}

    private static Set<String> caseInsensitive(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    static void toService(MultiMap headers, Exchange exchange) {
        dropHopByHop(headers);
        removeAll(headers, Forwarding::isClaim);
        headers.remove(HttpHeaders.EXPECT);
        var request = exchange.request();
        headers.set(Exchange.REQUEST_ID, exchange.requestId());
        headers.set(FORWARDED_FOR, request.remoteAddress().hostAddress());
        headers.set(FORWARDED_PROTO, request.scheme());
        headers.set(FORWARDED_HOST, request.authority().toString());
    }

    /** Who may call from a browser, and what the service is made of, is not for the service to tell. */
    static void toClient(MultiMap headers) {
        dropHopByHop(headers);
        removeAll(headers, name -> startsWith(name, "access-control-"));
        headers.remove(HttpHeaders.SERVER).remove(POWERED_BY);
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

    /** Most requests and answers have none of them, so nothing is made ready for removing. */
    private static void removeAll(MultiMap headers, Predicate<String> unwanted) {
        List<String> found = List.of();
        for (var header : headers) {
            if (unwanted.test(header.getKey())) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(header.getKey());
            }
        }
        found.forEach(headers::remove);
    }

    private static boolean isClaim(String header) {
        if (header.isEmpty() || CLAIMS_BEGIN_WITH.indexOf(header.charAt(0)) < 0) {
            return false;
        }
        for (var prefix : CLAIM_PREFIXES) {
            if (startsWith(header, prefix)) {
                return true;
            }
        }
        return CLAIMS.contains(header);
    }

    private static boolean startsWith(String header, String prefix) {
        return header.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
