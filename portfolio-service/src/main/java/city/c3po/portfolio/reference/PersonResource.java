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

/** People. */
@Path("/v1/people")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "People", description = "People the suite knows, by the subject of their token.")
class PersonResource {
    private final People people;
    private final ReferenceDesk desk;
    private final Preconditions preconditions;

    PersonResource(People people, ReferenceDesk desk, Preconditions preconditions) {
        this.people = people;
        this.desk = desk;
        this.preconditions = preconditions;
    }

    @PUT
    @Path("/{sub}")
    @Write(creates = true)
    @RolesAllowed({Roles.POLICY_ADMIN, Roles.FEEDER})
    @Operation(
            operationId = "putPerson",
            summary = "Record a person",
            description =
                    "Creates it (If-None-Match: *) or says it anew (If-Match). A feeder needs neither on records of"
                            + " its own source. Saying the same again changes nothing.")
    public RestResponse<PersonView> put(
            @Parameter(
                            description = "The subject of the person's token.",
                            example = "7d0c2a70-7a3c-4f5f-9c1d-1f2e3d4c5b6a")
                    @PathParam("sub")
                    @Pattern(regexp = Codes.SUBJECT) String sub,
            @NotNull @Valid Person.Entry body) {
        return desk.put(people, sub, body, preconditions, PersonView::of);
    }

    @GET
    @Path("/{sub}")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "getPerson",
            summary = "Read a person",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<PersonView> get(
            @PathParam("sub") String sub,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        return desk.get(people, sub, asOf, PersonView.class, PersonView::of);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listPeople",
            summary = "List people",
            description = "All people that you may see, as pages of JSON, or streamed as CSV or NDJSON.")
    public Page<PersonView> list(
            @Parameter(description = "Only the people of this department.")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only the person with this e-mail address.")
                    @QueryParam("email")
                    @Size(max = 254) @Nullable String email,
            @Parameter(description = "Only what this source said.") @QueryParam("source") @Size(max = 50) @Nullable String source,
            @Parameter(description = "Only (or no) sample data.") @QueryParam("sampleData") @Nullable Boolean sampleData,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NAME") ReferenceOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = desk.caller();
        return desk.list(Person.class)
                .where("r.said ->> 'department' = :department", "department", department)
                .where("lower(r.said ->> 'email') = lower(:email)", "email", email)
                .where("r.source = :source", "source", source)
                .where("r.sample_data = :sample", "sample", sampleData)
                .orderedBy(sort)
                .answer(paging, PersonView.class, person -> PersonView.of(person, by));
    }

    @GET
    @Path("/{sub}/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "personHistory",
            summary = "A person's history",
            description = "Who said what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("sub") String sub, @BeanParam @Valid Paging paging) {
        return desk.history(people, sub, paging);
    }

    @GET
    @Path("/{sub}/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyPerson",
            summary = "Verify a person's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("sub") String sub) {
        return desk.verify(people, sub);
    }
}
