package city.c3po.platform.web;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.RuleViolation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A {@code POST} with an {@code Idempotency-Key} has its effect once: its answer is kept in the transaction of the
 * change and given again, byte by byte, for as long as the key is remembered. A refusal rolls back and is not kept, so
 * that a corrected world gives another answer.
 */
@Write
@Interceptor
@Priority(OnceOnly.AFTER_VALIDATION)
class OnceOnly {
    /** The transaction begins at 200; validation is at {@code PLATFORM_AFTER + 800}. */
    static final int AFTER_VALIDATION = Interceptor.Priority.PLATFORM_AFTER + 900;

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final RoutingContext call;
    private final CurrentActor caller;
    private final KeptAnswers kept;
    private final ObjectMapper json;

    OnceOnly(RoutingContext call, CurrentActor caller, KeptAnswers kept, ObjectMapper json) {
        this.call = call;
        this.caller = caller;
        this.kept = kept;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext method) throws Exception {
        var key = call.request().getHeader(HEADER);
        if (key == null || !call.request().method().equals(HttpMethod.POST)) {
            return method.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.BAD_IDEMPOTENCY_KEY.refused();
        }
        var scope = scope(caller.get(), key);
        Convention.REQUEST_IN_FLIGHT.require(kept.lock(scope), Map.of(RuleViolation.RETRY_AFTER, 1));
        var body = BodyDigest.of(call);
        var earlier = kept.find(scope);
        if (earlier.isPresent()) {
            Convention.IDEMPOTENCY_KEY_REUSED.require(earlier.get().answers(body));
            return earlier.get().response();
        }
        var answer = frozen(method.proceed());
        if (answer.getStatus() / 100 == 2) {
            kept.keep(scope, KeptAnswer.of(body, answer));
        }
        return answer;
    }

    /**
     * The answer with its entity as the text that is sent now and whenever it is asked for again: text, because that is
     * what a JSON writer leaves as it is.
     */
    private RestResponse<String> frozen(@Nullable Object result) throws JsonProcessingException {
        var answer = result instanceof RestResponse<?> response ? response : RestResponse.ok(result);
        var text = answer.getEntity() == null ? null : json.writeValueAsString(answer.getEntity());
        var frozen = RestResponse.ResponseBuilder.<String>create(answer.getStatus());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> frozen.header(name, value)));
        return text == null
                ? frozen.build()
                : frozen.entity(text).type(MediaTypes.JSON).build();
    }

    /** Whoever asks the same again; parts are preceded by their lengths, so that no two scopes read alike. */
    private byte[] scope(Actor by, String key) {
        var scope = new ByteArrayOutputStream();
        for (var part : new String[] {
            by.issuer(), by.client(), by.sub(), call.request().method().name(), call.normalizedPath(), key
        }) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            scope.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            scope.writeBytes(bytes);
        }
        return BodyDigest.sha256(scope.toByteArray());
    }
}
