package city.c3po.platform.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The secrets that cursors are sealed with: the first signs, all verify, so that a key can be replaced in peace. */
record CursorKeys(List<Key> keys) {
    private static final int BYTES = 32;
    private static final int LEAST_DISTINCT_BYTES = 8;
    private static final String REMEDY = " Set it to <name>:<base64 of 32 random bytes>, for example"
            + " C3PO_CURSOR_KEYS=\"k1:$(openssl rand -base64 32)\"; to replace a key, put the new one first and keep the"
            + " old one behind a comma for a week.";

    record Key(String id, byte[] secret) {}

    static CursorKeys of(String configured) {
        if (configured.isBlank()) {
            throw new IllegalStateException(
                    "C3PO_CURSOR_KEYS is missing: the secret that paging cursors are signed with." + REMEDY);
        }
        var keys = new ArrayList<Key>();
        var names = new HashSet<String>();
        for (var one : configured.split(",", -1)) {
            var key = key(one.strip());
            if (!names.add(key.id())) {
                throw unusable("two keys are named " + key.id());
            }
            keys.add(key);
        }
        return new CursorKeys(List.copyOf(keys));
    }

    Key signing() {
        return keys.getFirst();
    }

    Optional<Key> named(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static Key key(String configured) {
        int colon = configured.indexOf(':');
        if (colon < 1 || !configured.substring(0, colon).matches("[A-Za-z0-9_-]{1,20}")) {
            throw unusable("a key has no name of letters, digits, - and _ before its colon");
        }
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(configured.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw unusable("a key is no base64");
        }
        if (secret.length < BYTES) {
            throw unusable("a key has %d bytes, 32 are needed".formatted(secret.length));
        }
        var distinct = new HashSet<Byte>();
        for (byte b : secret) {
            distinct.add(b);
        }
        if (distinct.size() < LEAST_DISTINCT_BYTES) {
            throw unusable("a key is not random");
        }
        return new Key(configured.substring(0, colon), secret);
    }

    /** Names what is wrong, never the secret itself. */
    private static IllegalStateException unusable(String why) {
        return new IllegalStateException("C3PO_CURSOR_KEYS cannot be used: " + why + "." + REMEDY);
    }
}
