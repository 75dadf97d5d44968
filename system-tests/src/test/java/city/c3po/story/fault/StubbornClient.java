package city.c3po.story.fault;

import static org.awaitility.Awaitility.await;

import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A department's system that repeats each write under the same Idempotency-Key until it is answered 2xx.
 *
 * @param setbacks counts the attempts that had to be repeated
 */
public record StubbornClient(AtomicInteger setbacks) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BACK_OFF = Duration.ofMillis(200);

    public Answer post(Door door, String path, String body) {
        var keyed = door.json().with("Idempotency-Key", UUID.randomUUID().toString());
        var answer = await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BACK_OFF)
                .until(() -> attempt(keyed, path, body), Objects::nonNull);
        return Objects.requireNonNull(answer);
    }

    /** Null where a client has to try again: no connection, a broken one, 5xx, or its own request still in flight. */
    private @Nullable Answer attempt(Door door, String path, String body) {
        try {
            var answer = door.attempt("POST", path, body);
            if (answer.succeeded()) {
                return answer;
            }
            var later = answer.status() >= 500
                    || answer.status() == 429
                    || !answer.header("Retry-After").isEmpty();
            if (!later) {
                throw new AssertionError("a write that should pass was refused: " + answer);
            }
        } catch (IOException e) {
            // Refused or torn off: the same as a 503.
        }
        setbacks.incrementAndGet();
        return null;
    }
}
