package city.c3po.inventory.licence;

import static city.c3po.inventory.licence.PeakUseRule.OWN_SOURCES_USE;

import city.c3po.inventory.product.SoftwareProducts;
import city.c3po.inventory.reference.KnownReferences;
import city.c3po.inventory.reference.ReferenceType;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What licence servers count. */
@Path("/v1/software-products/{id}/peak-use/{source}/{day}")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Peak use", description = "How many used a product at once, at most, on a day; for the metric CONCURRENT.")
class PeakUseResource {
    private static final String NOTE = """
            insert into peak_use as p (product, department, source, day, peak, at) values (?, ?, ?, ?, ?, ?)
            on conflict (product, department, source, day) do update set peak = excluded.peak, at = excluded.at""";

    private static final String FED = """
            insert into source_fed as f values (?, ?) on conflict (source) do update set at = greatest(f.at, excluded.at)""";

    private final SoftwareProducts products;
    private final KnownReferences known;
    private final DataSource database;
    private final CurrentActor caller;
    private final InstantSource clock;

    PeakUseResource(
            SoftwareProducts products,
            KnownReferences known,
            DataSource database,
            CurrentActor caller,
            InstantSource clock) {
        this.products = products;
        this.known = known;
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "PeakUse", description = "How many used it at once, at most, on that day.")
    record Peak(
            @NotNull @Min(0) @Max(100_000_000) Integer peak,

            @Schema(description = "Of which department; left out: of the whole city.", examples = "DEP-PW")
            @Nullable @Pattern(regexp = "DEP-[A-Z0-9-]{1,20}") String department) {}

    @PUT
    @Write
    @RolesAllowed({Roles.FEEDER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "putPeakUse",
            summary = "Tell a day's peak",
            description =
                    "Said again for the same day it replaces what was said. The greatest of the last days (configured, 90) counts.")
    public Peak put(
            @PathParam("id") UUID id,
            @Parameter(description = "The licence server, as a source.", example = "discovery")
                    @PathParam("source")
                    @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String source,
            @Parameter(description = "The day.") @PathParam("day") LocalDate day,
            @NotNull @Valid Peak body) {
        var by = caller.get();
        OWN_SOURCES_USE.require(by.has(Roles.PORTFOLIO_MANAGER) || by.sources().contains(source));
        products.get(id, by);
        known.check()
                .that(ReferenceType.DEPARTMENT, "/department", body.department())
                .require();
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var note = connection.prepareStatement(NOTE);
                var fed = connection.prepareStatement(FED)) {
            note.setObject(1, id);
            note.setString(2, Objects.requireNonNullElse(body.department(), ""));
            note.setString(3, source);
            note.setObject(4, day);
            note.setInt(5, body.peak());
            note.setObject(6, at);
            note.executeUpdate();
            fed.setString(1, source);
            fed.setObject(2, at);
            fed.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a peak cannot be noted", e);
        }
        return body;
    }
}
