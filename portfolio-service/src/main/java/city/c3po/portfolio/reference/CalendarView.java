package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar as callers see it. */
@Schema(name = "Calendar", description = "The days on which an office is closed, and its time zone.")
public record CalendarView(
        @Schema(examples = "CITY") String code,
        @JsonUnwrapped Calendar.Entry said,
        Instant recordedAt,
        String href,
        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReferenceAction> allowedActions)
        implements Representation {

    static CalendarView of(Calendar calendar, @Nullable Actor reader) {
        return new CalendarView(
                calendar.id(),
                calendar.said(),
                calendar.recordedAt(),
                calendar.href(),
                reader == null ? null : calendar.allowedActions(reader));
    }
}
