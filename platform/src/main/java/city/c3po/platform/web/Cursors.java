package city.c3po.platform.web;

import jakarta.inject.Singleton;

/**
 * Seals what a caller carries from one page to the next, so that nobody can make up or alter a position. A cursor is
 * {@code <key id>.<payload>.<HMAC>}, bound to this service and to a purpose.
 */
@Singleton
public class Cursors {
    /**
     * @param purpose what the cursor may be used for: the list's path
     * @param payload where the caller stands; readable by whoever holds the cursor
     */
    public String seal(String purpose, String payload) {
        throw new UnsupportedOperationException();
    }

    /** @throws RequestRefused {@link Refusal#BAD_CURSOR} when we did not seal it, or not for this purpose */
    public String open(String purpose, String cursor) {
        throw new UnsupportedOperationException();
    }
}
