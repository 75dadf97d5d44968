package city.c3po.inventory.renewal;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.value.Money;
import city.c3po.platform.web.MediaTypes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the city spends on software. */
@Path("/v1/software-spend")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Software spend", description = "What terms of entitlements cost, per product, vendor and department.")
class SpendResource {
    /** What a term costs is spread evenly over its days; without an end it is spent on its first day. */
    private static final String SPEND = """
            select key, currency, round(sum(amount), 2), count(*), count(*) filter (where amount is null)
            from (
                select case ? when 'PRODUCT' then e.product::text when 'VENDOR' then coalesce(e.vendor, '')
                              else coalesce(e.department, '') end as key,
                       coalesce(e.said -> 'cost' ->> 'currency', '') as currency,
                       (e.said -> 'cost' ->> 'amount')::numeric
                       * case when e.term_end is null then 1
                              else (least(e.term_end::date, d.until) - greatest(e.term_start::date, d.since) + 1)::numeric
                                   / (e.term_end::date - e.term_start::date + 1) end as amount
                from entitlement e cross join (select cast(? as date) as since, cast(? as date) as until) d
                where e.term_start::date <= d.until
                  and case when e.term_end is null then e.term_start::date >= d.since else e.term_end::date >= d.since end
                  and access_visible(e.access, ?)
            ) spent
            group by key, currency order by sum(amount) desc nulls last, key, currency limit 5000""";

    private final DataSource database;
    private final CurrentActor caller;

    SpendResource(DataSource database, CurrentActor caller) {
        this.database = database;
        this.caller = caller;
    }

    /** By what it is summed up. */
    @Schema(name = "SpendGroup")
    public enum Group {
        PRODUCT,
        VENDOR,
        DEPARTMENT
    }

    @Schema(name = "Spend", description = "What was, or will be, spent between two days.")
    record Spend(Group by, LocalDate since, LocalDate until, List<Sum> items) {}

    @Schema(name = "SpendSum", description = "Of one product, vendor or department, in one currency.")
    record Sum(
            @Schema(
                    description =
                            "Id of the product, number of the vendor or code of the department; null where none is said.")
            @Nullable String key,

            @Schema(description = "Null when none of them says what it costs.") @Nullable Money spend,

            int entitlements,

            @Schema(description = "Of how many nobody said what they cost: they are missing in the sum.")
            int withoutCost) {}

    @GET
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "softwareSpend",
            summary = "What is spent on software",
            description =
                    "The cost of each entitlement's term, spread evenly over its days, as far as they lie between the two days;"
                            + " one without an end is spent on its first day. The greatest first.")
    public Spend spend(
            @Parameter(description = "By what it is summed up.") @QueryParam("by") @DefaultValue("PRODUCT") Group by,
            @Parameter(description = "First day.", required = true, example = "2026-07-01")
                    @QueryParam("since")
                    @NotNull LocalDate since,
            @Parameter(description = "Last day.", required = true, example = "2027-06-30") @QueryParam("until") @NotNull LocalDate until) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SPEND)) {
            query.setString(1, by.name());
            query.setObject(2, since);
            query.setObject(3, until);
            query.setString(4, caller.get().claims());
            try (var row = query.executeQuery()) {
                var items = new ArrayList<Sum>();
                while (row.next()) {
                    var amount = row.getBigDecimal(3);
                    items.add(new Sum(
                            row.getString(1).isEmpty() ? null : row.getString(1),
                            amount == null ? null : new Money(amount, row.getString(2)),
                            row.getInt(4),
                            row.getInt(5)));
                }
                return new Spend(by, since, until, items);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("spend cannot be summed up", e);
        }
    }
}
