package city.c3po.charter.charter;

import java.time.Instant;

/**
 * A text that people sign: never changed, never deleted.
 *
 * @param number the version of the content, or the attempt of an acceptance
 * @param canonical RFC 8785
 */
public record Frozen(Kind kind, int number, String hash, String canonical, Instant frozenAt) {
    public enum Kind {
        CONTENT,
        STATEMENT
    }
}
