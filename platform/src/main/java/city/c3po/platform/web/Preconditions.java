package city.c3po.platform.web;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Seen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/** What this request says it has seen: {@code If-Match} and {@code If-None-Match} as a {@link Seen}. */
@RequestScoped
public class Preconditions {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:\\.[^\"]*)?\"");

    private final HttpHeaders headers;

    Preconditions(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The version this request wants to change, or {@code If-None-Match: *} for one it wants to create. */
    public Seen seen() {
        var match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match != null) {
            var tag = TAG.matcher(match.strip());
            return tag.matches() ? Seen.version(Long.parseLong(tag.group(1))) : Seen.nothing();
        }
        return "*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)) ? Seen.none() : Seen.nothing();
    }

    /** As {@link #seen()}, but a feeder may leave preconditions out on the records of its own source. */
    public Seen seenBy(Actor by, String source) {
        var seen = seen();
        return seen.equals(Seen.nothing()) && by.feeds(source) ? Seen.whatever() : seen;
    }
}
