package city.c3po.reporting.portfolio;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.reporting.report.CityDays;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the portfolio stands, and how it came to stand so. */
@Path("/v1")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Portfolio figures", description = "Counts and sums of what you may see, at any instant.")
class PortfolioResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final PortfolioStates states;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final CityDays days;

    PortfolioResource(PortfolioStates states, CurrentActor caller, InstantSource clock, CityDays days) {
        this.states = states;
        this.caller = caller;
        this.clock = clock;
        this.days = days;
    }

    @Schema(name = "Trends", description = "The portfolio month by month, oldest first.")
    record Trends(List<Month> months) {}

    @Schema(name = "TrendMonth", description = "How it stood at the end of a month, or stands in the present one.")
    record Month(@Schema(examples = "2026-03") String month, PortfolioSummary summary) {}

    @GET
    @Path("/portfolio-summary")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getPortfolioSummary",
            summary = "How the portfolio stands",
            description =
                    "Counts, colours, money, slip and open recommendations, of what you may see. With asOf as it was recorded at an instant; before anything was recorded all counts are 0 and all sums null.")
    public PortfolioSummary summary(
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        return at(asOf == null ? clock.instant() : asOf, caller.get());
    }

    private PortfolioSummary at(Instant instant, Actor reader) {
        return PortfolioSummary.of(states.at(instant, reader), instant);
    }

    @GET
    @Path("/trends")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getTrends",
            summary = "How the portfolio came to stand so",
            description =
                    "The same figures at the end of each month, in the city's calendar: colour, cost, slip, ageing of recommendations.")
    public Trends trends(
            @Parameter(
                            description = "How many months, the present one included, 1 to 60.",
                            schema = @Schema(minimum = "1", maximum = "60", defaultValue = "12"))
                    @QueryParam("months")
                    @DefaultValue("12")
                    @Min(1) @Max(60) int months) {
        var now = clock.instant();
        var reader = caller.get();
        var present = YearMonth.from(days.of(now));
        var told = new ArrayList<Month>();
        for (int back = months - 1; back >= 0; back--) {
            var month = present.minusMonths(back);
            var end = month.plusMonths(1)
                    .atDay(1)
                    .atStartOfDay(days.zone())
                    .toInstant()
                    .minusNanos(1_000);
            told.add(new Month(month.toString(), at(end.isBefore(now) ? end : now, reader)));
        }
        return new Trends(told);
    }
}
