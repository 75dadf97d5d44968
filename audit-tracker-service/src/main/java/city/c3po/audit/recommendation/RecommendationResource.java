package city.c3po.audit.recommendation;

import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Issuing, reading and finding recommendations. */
@Path("/v1/recommendations")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(
        name = "Recommendations",
        description = "What audits ask for: claimed by departments, verified by the issuing body.")
class RecommendationResource {
    static final String ANY_ROLE = "${c3po.roles.any}";

    private final Recommendations recommendations;
    private final Listings listings;
    private final Past past;
    private final RecommendationDesk desk;

    RecommendationResource(Recommendations recommendations, Listings listings, Past past, RecommendationDesk desk) {
        this.recommendations = recommendations;
        this.listings = listings;
        this.past = past;
        this.desk = desk;
    }

    @POST
    @Write
    @RolesAllowed({Roles.AUDITOR, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "issueRecommendation",
            summary = "Issue a recommendation",
            description = "By a member of the audit's body or the portfolio office. Its text is frozen from then on;"
                    + " errata are addenda. One that follows from a confidential finding is confidential.")
    public RestResponse<RecommendationView> issue(@NotNull @Valid NewRecommendation body) {
        return desk.answer(recommendations.issue(desk.by(), body));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getRecommendation",
            summary = "Read a recommendation",
            description =
                    "As it is, or with asOf as it was recorded at an instant; the past of a confidential one has no"
                            + " text.")
    public RestResponse<RecommendationView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var one = desk.get(id);
        return asOf == null ? desk.answer(one) : past.asOf(asOf, one, RecommendationView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.XLSX})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listRecommendations",
            summary = "List recommendations",
            description = "All that you may see, as pages of JSON, or streamed as CSV, NDJSON or XLSX.")
    public Page<RecommendationView> list(
            @Parameter(description = "Only of the audit with this id.") @QueryParam("audit") @Nullable UUID audit,
            @Parameter(description = "Only the one with this number.", example = "2019-01")
                    @QueryParam("number")
                    @Size(max = 60) @Nullable String number,
            @Parameter(description = "Only with all these words in finding, title or text.")
                    @QueryParam("q")
                    @Size(max = 200) @Nullable String words,
            @Parameter(description = "Only of this lead department.", example = "DEP-IT")
                    @QueryParam("leadDepartment")
                    @Pattern(regexp = NewRecommendation.DEPARTMENT) @Nullable String leadDepartment,
            @Parameter(description = "Only with this claim.") @QueryParam("managementStatus") @Nullable ManagementStatus managementStatus,
            @Parameter(description = "Only with this verdict.") @QueryParam("verifiedStatus") @Nullable VerifiedStatus verifiedStatus,
            @Parameter(
                            description =
                                    "true: only where the department claims it and the issuer has not verified it, or the other way round.")
                    @QueryParam("disagreeing")
                    @Nullable Boolean disagreeing,
            @Parameter(description = "Only confidential ones, or only others.") @QueryParam("confidential") @Nullable Boolean confidential,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") RecommendationOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = desk.by();
        var today = desk.today();
        return listings.of(Recommendation.class)
                .visibleTo(by)
                .where("r.audit = :audit", "audit", audit)
                .where("r.number = :number", "number", number)
                .where(
                        "to_tsvector('simple', r.finding_text || ' ' || (r.text ->> 'title') || ' ' || (r.text ->> 'recommendation'))"
                                + " @@ websearch_to_tsquery('simple', :words)",
                        "words",
                        words)
                .where("r.lead_department = :lead", "lead", leadDepartment)
                .where("r.management_status = :management", "management", managementStatus)
                .where("r.verified_status = :verified", "verified", verifiedStatus)
                .where(
                        "((r.management_status = 'CLAIMED_IMPLEMENTED') <> (r.verified_status = 'IMPLEMENTED')) = :disagreeing",
                        "disagreeing",
                        disagreeing)
                .where("r.confidential = :confidential", "confidential", confidential)
                .orderedBy(sort)
                .answer(paging, RecommendationView.class, one -> RecommendationView.of(one, by, today));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "recommendationHistory",
            summary = "A recommendation's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(desk.get(id), paging);
    }

    @GET
    @Path("/{id}/history/verify")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "verifyRecommendationHistory",
            summary = "Verify a recommendation's history",
            description = "Whether the chain of hashes holds, and the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(desk.get(id));
    }
}
