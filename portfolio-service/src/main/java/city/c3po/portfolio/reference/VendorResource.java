package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Vendors. */
@Path("/v1/vendors")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Vendors", description = "The companies the city buys from, by city vendor number.")
class VendorResource {
    private final Vendors vendors;
    private final ReferenceDesk desk;
    private final Preconditions preconditions;

    VendorResource(Vendors vendors, ReferenceDesk desk, Preconditions preconditions) {
        this.vendors = vendors;
        this.desk = desk;
        this.preconditions = preconditions;
    }

    @PUT
    @Path("/{number}")
    @Write(creates = true)
    @RolesAllowed({Roles.POLICY_ADMIN, Roles.FEEDER})
    @Operation(
            operationId = "putVendor",
            summary = "Record a vendor",
            description =
                    "Creates it (If-None-Match: *) or says it anew (If-Match). A feeder needs neither on records of"
                            + " its own source. Saying the same again changes nothing.")
    public RestResponse<VendorView> put(
            @Parameter(description = "The city vendor number.", example = "V-1001")
                    @PathParam("number")
                    @Pattern(regexp = Codes.VENDOR) String number,
            @NotNull @Valid Vendor.Entry body) {
        return desk.put(vendors, number, body, preconditions, VendorView::of);
    }

    /** As the entry, and the number, which the path does not tell here. */
    @Schema(name = "VendorByRef", description = "What is said about a vendor by its external reference.")
    record ByRef(
            @Schema(description = "City vendor number; needed the first time only.")
            @Nullable @Pattern(regexp = Codes.VENDOR) String number,

            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 20) List<@NotNull @Valid ExternalRef> externalRefs,
            @Nullable @Size(max = 50) String source,
            @Nullable Boolean sampleData) {
        Vendor.Entry entry() {
            return new Vendor.Entry(name, externalRefs, source, sampleData);
        }
    }

    @PUT
    @Path("/by-ref/{source}/{key}")
    @Write(creates = true)
    @RolesAllowed({Roles.POLICY_ADMIN, Roles.FEEDER})
    @Operation(
            operationId = "putVendorByRef",
            summary = "Record a vendor by your own key",
            description =
                    "As putVendor, for a system that knows the vendor by its own key. number is needed only the first"
                            + " time. Saying the same again changes nothing.")
    public RestResponse<VendorView> putByRef(
            @Parameter(description = "The department system; one of your own sources.", example = "procurement")
                    @PathParam("source")
                    @Size(max = 50) @Pattern(regexp = Codes.SOURCE) String source,
            @Parameter(description = "That system's key.", example = "SUP-77") @PathParam("key") @Size(max = 200) String key,
            @NotNull @Valid ByRef body) {
        return desk.answer(
                preconditions,
                (by, seen, at) -> vendors.put(new ExternalRef(source, key), body.number(), by, seen, body.entry(), at),
                VendorView::of);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getVendor",
            summary = "Read a vendor",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<VendorView> get(
            @PathParam("number") String number,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        return desk.get(vendors, number, asOf, VendorView.class, VendorView::of);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listVendors",
            summary = "List vendors",
            description = "All vendors that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<VendorView> list(
            @Parameter(description = "Only the one with this external reference.", example = "procurement:SUP-77")
                    @QueryParam("externalRef")
                    @Pattern(regexp = ExternalRefs.PATTERN) @Size(max = 251) @Nullable String externalRef,
            @Parameter(description = "Only what this source said.") @QueryParam("source") @Size(max = 50) @Nullable String source,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("CODE") ReferenceOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = desk.caller();
        return desk.list(Vendor.class)
                .where("r.id = " + ExternalRefs.recordOf(Vendors.KIND), "ref", externalRef)
                .where("r.source = :source", "source", source)
                .where("r.sample_data = :sample", "sample", sampleData)
                .orderedBy(sort)
                .answer(paging, VendorView.class, vendor -> VendorView.of(vendor, by));
    }

    @GET
    @Path("/{number}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "vendorHistory",
            summary = "A vendor's history",
            description = "Who said what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("number") String number, @BeanParam @Valid Paging paging) {
        return desk.history(vendors, number, paging);
    }

    @GET
    @Path("/{number}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyVendor",
            summary = "Verify a vendor's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("number") String number) {
        return desk.verify(vendors, number);
    }
}
