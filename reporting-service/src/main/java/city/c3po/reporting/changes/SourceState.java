package city.c3po.reporting.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be said of a source, worst first. */
@Schema(description = """
                unknown: it has never said how far it is. stalled: it has not said so for a while. gaps: events of some
                subjects are missing; each has an item with op gap. live: all is well.""")
public enum SourceState {
    UNKNOWN,
    STALLED,
    GAPS,
    LIVE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
