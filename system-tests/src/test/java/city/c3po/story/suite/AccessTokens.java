package city.c3po.story.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Real tokens of the identity provider, each kept until it is about to end. */
final class AccessTokens {
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Function<String, String> fetch;
    private final ConcurrentHashMap<String, Token> known = new ConcurrentHashMap<>();

    private record Token(String text, Instant end) {}

    AccessTokens(Function<String, String> fetch) {
        this.fetch = fetch;
    }

    String of(String name) {
        return known.compute(
                        name,
                        (key, token) -> token != null
                                        && token.end().isAfter(Instant.now().plus(MARGIN))
                                ? token
                                : fetched(key))
                .text();
    }

    void forget() {
        known.clear();
    }

    private Token fetched(String name) {
        var text = fetch.apply(name);
        return new Token(text, Instant.ofEpochSecond(claims(text).get("exp").asLong()));
    }

    static JsonNode claims(String token) {
        try {
            return Answer.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("not a token: " + token, e);
        }
    }
}
