package city.c3po.platform.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that announces itself as too large before it is sent; {@link BodyReading} stops those that do not. */
@Singleton
class BodyLimit {
    /** After authentication (200) and authorization (100): strangers learn nothing of limits. */
    private static final int AFTER_SECURITY = 50;

    private final Problems problems;
    private final List<Pattern> streamed;
    private final long streamedLimit;

    /**
     * @param streamed paths whose operations take more, most of them as a stream; {@code *} stands for one segment
     * @param streamedLimit the largest body that one of them takes
     */
    BodyLimit(
            Problems problems,
            @ConfigProperty(name = "c3po.body.streamed") Optional<List<String>> streamed,
            @ConfigProperty(name = "c3po.body.streamed-limit", defaultValue = "1G") MemorySize streamedLimit) {
        this.problems = problems;
        this.streamed =
                streamed.orElse(List.of()).stream().map(BodyLimit::pattern).toList();
        this.streamedLimit = streamedLimit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_SECURITY);
    }

    private void check(RoutingContext call) {
        long announced = announced(call);
        if (announced <= limitOf(call)) {
            call.next();
            return;
        }
        var problem = problems.problem(Finding.of(Refusal.CONTENT_TOO_LARGE), call);
        var response = call.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.PROBLEM)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        // Some senders read the answer only after they have sent everything: that much is taken and thrown away.
        if (announced <= BodyReading.PATIENCE) {
            call.request().handler(scrap -> {});
            call.request().endHandler(sent -> call.request().connection().close());
            call.request().resume();
        } else {
            response.endHandler(answered -> call.request().connection().close());
        }
        response.end(Buffer.buffer(problems.text(problem)));
    }

    /** How much this request may send. */
    long limitOf(RoutingContext call) {
        return isStreamed(call.normalizedPath()) ? streamedLimit : BodyReading.LIMIT;
    }

    private boolean isStreamed(String path) {
        return streamed.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(
                Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }

    private static long announced(RoutingContext call) {
        var length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
