package city.c3po.gateway.page;

import city.c3po.gateway.Resources;
import city.c3po.gateway.Services;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pages that a problem's {@code type} leads to, {@code /problems/<key>/<code>}, and an index of them. */
@Singleton
class ProblemPages implements Pages {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final String POLICY = "style-src 'self'; img-src 'self'";

    private final Map<String, Future<Page>> pages = new HashMap<>();

    ProblemPages(Services services) {
        var codes = new TreeMap<String, List<ProblemCode>>();
        codes.put("gateway", read(Resources.read("problems/gateway.json")));
        for (var service : services.baseUrls().keySet()) {
            Resources.find("bundled/problems/" + service + ".json").ifPresent(list -> codes.put(service, read(list)));
        }
        put("/problems", ProblemHtml.index(codes));
        codes.forEach((key, ofKey) -> {
            put("/problems/" + key, ProblemHtml.index(Map.of(key, ofKey)));
            ofKey.forEach(code -> put("/problems/" + key + "/" + code.code(), ProblemHtml.explain(key, code)));
        });
    }

    @Override
    public @Nullable Future<Page> at(String path) {
        if (!path.equals("/problems") && !path.startsWith("/problems/")) {
            return null;
        }
        var page = pages.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        return page != null ? page : Future.succeededFuture(Page.html(404, ProblemHtml.unknown(), POLICY));
    }

    private void put(String path, String html) {
        pages.put(path, Future.succeededFuture(Page.html(200, html, POLICY)));
    }

    private static List<ProblemCode> read(byte[] list) {
        try {
            var codes = List.of(JSON.readValue(list, ProblemCode[].class));
            return codes.stream()
                    .sorted(Comparator.comparing(ProblemCode::code))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a list of problems in the build", e);
        }
    }
}
