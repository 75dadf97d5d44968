package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar as callers see it. */
@Schema(name = "Calendar", description = "The days on which an office is closed, and its time zone.")
public record CalendarView(
        @Schema(examples = "CITY") String code,
        String name,

        @Schema(description = "IANA time zone.", type = SchemaType.STRING, examples = "America/Los_Angeles")
        ZoneId zone,

        List<Calendar.Entry.Holiday> holidays,

        @Schema(description = "The department system that said it last; null when a policy admin did.") @Nullable String source,

        boolean sampleData,
        Instant recordedAt,
        String href,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReferenceAction> allowedActions)
        implements Representation {

    static CalendarView of(Calendar calendar, @Nullable Actor reader) {
        var said = calendar.present();
        return new CalendarView(
                calendar.id(),
                said.name(),
                said.zone(),
                said.holidays(),
                said.source(),
                Boolean.TRUE.equals(said.sampleData()),
                calendar.recordedAt(),
                calendar.href(),
                reader == null ? null : calendar.allowedActions(reader));
    }
}
