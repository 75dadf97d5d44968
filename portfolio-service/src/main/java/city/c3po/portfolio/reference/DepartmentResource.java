package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Departments. */
@Path("/v1/departments")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Departments", description = "The city's departments, by their codes.")
class DepartmentResource {
    private final Departments departments;
    private final ReferenceDesk desk;
    private final Preconditions preconditions;

    DepartmentResource(Departments departments, ReferenceDesk desk, Preconditions preconditions) {
        this.departments = departments;
        this.desk = desk;
        this.preconditions = preconditions;
    }

    @PUT
    @Path("/{code}")
    @Write(creates = true)
    @RolesAllowed({Roles.POLICY_ADMIN, Roles.FEEDER})
    @Operation(
            operationId = "putDepartment",
            summary = "Record a department",
            description =
                    "Creates it (If-None-Match: *) or says it anew (If-Match). A feeder needs neither on records of"
                            + " its own source. Saying the same again changes nothing.")
    public RestResponse<DepartmentView> put(
            @Parameter(description = "The city's code.", example = "DEP-PW")
                    @PathParam("code")
                    @Pattern(regexp = Codes.DEPARTMENT) String code,
            @NotNull @Valid Department.Entry body) {
        return desk.put(departments, code, body, preconditions, DepartmentView::of);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getDepartment",
            summary = "Read a department",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<DepartmentView> get(
            @PathParam("code") String code,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        return desk.get(departments, code, asOf, DepartmentView.class, DepartmentView::of);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listDepartments",
            summary = "List departments",
            description = "All departments, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<DepartmentView> list(
            @Parameter(description = "Only the departments headed by this person.")
                    @QueryParam("head")
                    @Size(max = 255) @Nullable String head,
            @Parameter(description = "Only what this source said.") @QueryParam("source") @Size(max = 50) @Nullable String source,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("CODE") ReferenceOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = desk.caller();
        return desk.list(Department.class)
                .where("r.said ->> 'head' = :head", "head", head)
                .where("r.source = :source", "source", source)
                .where("r.sample_data = :sample", "sample", sampleData)
                .orderedBy(sort)
                .answer(paging, DepartmentView.class, department -> DepartmentView.of(department, by));
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "departmentHistory",
            summary = "A department's history",
            description = "Who said what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("code") String code, @BeanParam @Valid Paging paging) {
        return desk.history(departments, code, paging);
    }

    @GET
    @Path("/{code}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyDepartment",
            summary = "Verify a department's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("code") String code) {
        return desk.verify(departments, code);
    }
}
