package city.c3po.platform.web;

import city.c3po.platform.event.BackboneConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Writes what is the matter as a problem. */
@Singleton
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final String key;
    private final ObjectMapper json;

    Problems(BackboneConfig config, ObjectMapper json) {
        this.key = config.key();
        this.json = json;
    }

    Response answer(Throwable thrown, Finding finding, RoutingContext call) {
        var problem = problem(finding, call);
        log(thrown, problem, left(thrown, call));
        // Text, which every writer leaves as it is: no negotiation may stand between a caller and the reason of a
        // refusal.
        var answer = Response.status(finding.status())
                .type(MediaTypes.PROBLEM)
                .header("Cache-Control", "no-store")
                .entity(text(problem));
        finding.headers().forEach(answer::header);
        return answer.build();
    }

    Problem problem(Finding finding, RoutingContext call) {
        return new Problem(
                type(finding.code()),
                title(finding.code()),
                finding.status(),
                finding.sentence(),
                call.normalizedPath(),
                finding.code(),
                Arrival.traceId(call),
                finding.faults(),
                finding.facts());
    }

    String type(String code) {
        return "/problems/" + key + "/" + code;
    }

    /** {@code stale-version} → {@code Stale version}. */
    static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    private static void log(Throwable thrown, Problem problem, boolean left) {
        if (problem.status() >= 500) {
            boolean ours = problem.code().equals(Refusal.INTERNAL_ERROR.code()) && !left;
            LOG.logf(
                    left ? Logger.Level.DEBUG : ours ? Logger.Level.ERROR : Logger.Level.WARN,
                    ours ? thrown : null,
                    "request failed code=%s traceId=%s path=%s cause=%s",
                    problem.code(),
                    problem.traceId(),
                    problem.instance(),
                    thrown);
        }
    }

    /** Whether the caller went away before all of the request was here: nobody's fault, and nobody hears the answer. */
    private static boolean left(Throwable thrown, RoutingContext call) {
        return call.response().closed()
                && Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause ->
                                cause instanceof HttpClosedException || cause instanceof ClosedChannelException);
    }

    String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that is no JSON: " + problem.code(), e);
        }
    }
}
