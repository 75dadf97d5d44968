package city.c3po.gateway.door;

import org.jspecify.annotations.Nullable;

/**
 * Whose requests are counted together.
 *
 * @param client the program, as its token names it; null for somebody without a token
 * @param subject the person or system behind it, or else the address
 */
record Caller(@Nullable String client, String subject) {
    static Caller anonymous(String address) {
        return new Caller(null, address);
    }

    boolean isAnonymous() {
        return client == null;
    }
}
