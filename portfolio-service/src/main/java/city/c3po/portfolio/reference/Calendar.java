package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import jakarta.persistence.Entity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The days on which an office is closed, and its time zone. */
@Entity
class Calendar extends ReferenceRecord<Calendar.Entry> {
    /** What is said about a calendar. */
    @Schema(name = "CalendarEntry", description = "What is said about a calendar.")
    record Entry(
            @NotBlank @Size(max = 200) @Schema(examples = "City Hall")
            String name,

            @Schema(description = "IANA time zone.", type = SchemaType.STRING, examples = "America/Los_Angeles")
            @NotNull ZoneId zone,

            @Schema(description = "The days that are no business days though they are weekdays.")
            @Nullable @Size(max = 1000) List<@NotNull @Valid Holiday> holidays,

            @Schema(description = "The department system that says it; a feeder's own source.")
            @Nullable @Size(max = 50) String source,

            @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData)
            implements Said<Entry> {
        @Schema(name = "Holiday")
        record Holiday(
                @NotNull LocalDate date,
                @NotBlank @Size(max = 200) String name) {}

        Entry {
            holidays =
                    holidays == null ? List.of() : holidays.stream().distinct().toList();
        }

        @Override
        public Entry settled(@Nullable String source, boolean sampleData) {
            return new Entry(name, zone, holidays, source, sampleData);
        }
    }

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Entry said;

    protected Calendar() {}

    Calendar(String id, Actor by, Entry said) {
        super(id, by, said);
    }

    @Override
    ReferenceKind kind() {
        return ReferenceKind.CALENDAR;
    }

    @Override
    @Nullable Entry said() {
        return said;
    }

    @Override
    void hear(Entry said) {
        this.said = said;
    }

    /** Anybody with a role: every form that asks for one shows them. */
    @Override
    protected Access access() {
        return Access.ANY_ROLE;
    }

    @Override
    protected CalendarView state() {
        return CalendarView.of(this, null);
    }
}
