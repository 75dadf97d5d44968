package city.c3po.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code If-Match} and {@code If-None-Match}: one tag, several, or {@code *}. */
final class EntityTags {
    static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("\\s*+(?:W/)?\"([\\x21\\x23-\\x7E]*+)\"\\s*+(?:,|$)");

    private EntityTags() {}

    /** The opaque parts in order; weak and strong alike, because only the version part decides. */
    static List<String> in(String header) {
        var tags = new ArrayList<String>();
        var tag = TAG.matcher(header);
        int at = 0;
        while (at < header.length()) {
            if (!tag.region(at, header.length()).lookingAt()) {
                throw Refusal.BAD_PRECONDITION.refused();
            }
            tags.add(tag.group(1));
            at = tag.end();
        }
        if (tags.isEmpty()) {
            throw Refusal.BAD_PRECONDITION.refused();
        }
        return tags;
    }

    /** Whether the header names this very representation. What cannot be read names nothing. */
    static boolean name(String header, String tag) {
        if (header.strip().equals(ANY)) {
            return true;
        }
        try {
            return in(header).contains(tag);
        } catch (RequestRefused unreadable) {
            return false;
        }
    }
}
