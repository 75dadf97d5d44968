package city.c3po.platform.web;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Seen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What this request says it has seen: {@code If-Match} and {@code If-None-Match} as a {@link Seen}. */
@RequestScoped
public class Preconditions {
    /** Of {@code <version>.<hash>} only the version counts: what a reader may do is no change of the record. */
    private static final Pattern VERSION = Pattern.compile("(\\d{1,18})(?:\\..*)?");

    private final HttpHeaders headers;

    Preconditions(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The version this request wants to change, or {@code If-None-Match: *} for one it wants to create. */
    public Seen seen() {
        var match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match != null) {
            return match.strip().equals(EntityTags.ANY) ? Seen.existing() : Seen.anyOf(versions(match));
        }
        var noneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (noneMatch == null) {
            return Seen.nothing();
        }
        if (!noneMatch.strip().equals(EntityTags.ANY)) {
            throw Refusal.BAD_PRECONDITION.refused();
        }
        return Seen.none();
    }

    /** A tag that is none of ours can never match; it is not unreadable. */
    private static Set<Long> versions(String match) {
        return EntityTags.in(match).stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(tag -> Long.valueOf(tag.group(1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As {@link #seen()}, but a feeder may leave preconditions out on the records of its own source. */
    public Seen seenBy(Actor by, String source) {
        var seen = seen();
        return seen.equals(Seen.nothing()) && by.feeds(source) ? Seen.whatever() : seen;
    }
}
