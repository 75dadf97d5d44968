package city.c3po.portfolio.schedule;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.reference.CityCalendars;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.schedule.network.Network;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole schedule, as it is said. */
@Schema(name = "SchedulePlan", description = "A whole schedule: it takes the place of what was there.")
public record SchedulePlan(
        @Schema(description = "Code of the calendar whose working days count; CITY where it is left out.")
        @Nullable @Pattern(regexp = Codes.CALENDAR) String calendar,

        @Schema(description = "Nothing starts before this day.") @NotNull LocalDate start,

        @Schema(
                description =
                        "What happened lies before the start of this day; what remains, after it. The start where it"
                                + " is left out.")
        @Nullable LocalDate dataDate,

        @NotNull @Size(min = 1, max = 20_000) List<@NotNull @Valid PlannedActivity> activities,

        @Nullable @Size(max = 100_000) List<@NotNull @Valid PlannedLink> links) {
    public SchedulePlan {
        calendar = calendar == null ? CityCalendars.CITY : calendar;
        dataDate = dataDate == null ? start : dataDate;
        links = links == null ? List.of() : links;
    }

    /** What is wrong with each activity in itself; how they hang together is the network's to judge. */
    void requireSound() {
        var faults = new ArrayList<Fault>();
        for (int n = 0; n < activities.size(); n++) {
            activities.get(n).collectFaults("/activities/" + n, faults);
        }
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }

    public Network network() {
        return Network.of(
                start,
                activities.stream().map(PlannedActivity::activity).toList(),
                links.stream().map(PlannedLink::link).toList());
    }

    SchedulePlan with(PlannedActivity better) {
        return new SchedulePlan(
                calendar,
                start,
                dataDate,
                activities.stream()
                        .map(known -> known.id().equals(better.id()) ? better : known)
                        .toList(),
                links);
    }

    int place(String id) {
        for (int n = 0; n < activities.size(); n++) {
            if (activities.get(n).id().equals(id)) {
                return n;
            }
        }
        throw ScheduleRule.ACTIVITY_KNOWN.violated();
    }
}
