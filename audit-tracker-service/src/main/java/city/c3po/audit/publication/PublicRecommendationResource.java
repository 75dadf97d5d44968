package city.c3po.audit.publication;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What anybody may ask, without an account. */
@Path("/public/v1/recommendations")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Public recommendations", description = "For residents: confidential recommendations only in counts.")
class PublicRecommendationResource {
    private static final String NO_ID = "-";

    private final PublicRecommendations recommendations;
    private final Pages pages;

    PublicRecommendationResource(PublicRecommendations recommendations, Pages pages) {
        this.recommendations = recommendations;
        this.pages = pages;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPublicRecommendations",
            summary = "The recommendations, by number",
            description = "All that are not confidential, as they stand today.")
    public Page<PublicRecommendation> list(@BeanParam @Valid Paging paging) {
        var last = pages.after(paging).map(Pages.Place::sortKey).orElse("");
        return pages.page(
                recommendations.after(last, paging.limit() + 1),
                paging,
                row -> new Pages.Place(row.number(), NO_ID),
                paging.count() ? (long) shown() : null);
    }

    private int shown() {
        var summary = recommendations.summary();
        return summary.recommendations() - summary.confidential();
    }

    @GET
    @Path("/summary")
    @PermitAll
    @Operation(
            operationId = "publicRecommendationSummary",
            summary = "How many there are",
            description = "By verdict and by claim; confidential ones count like all others, as they do inside.")
    public PublicSummary summary() {
        return recommendations.summary();
    }

    @GET
    @Path("/{number}")
    @PermitAll
    @Operation(
            operationId = "getPublicRecommendation",
            summary = "One recommendation",
            description = "By its number. A confidential one is 404, like one that does not exist.")
    public PublicRecommendation get(
            @Parameter(description = "As printed in reports.", example = "2019-02") @PathParam("number") @Size(max = 60) String number) {
        return recommendations.named(number).stream().findFirst().orElseThrow(Convention.NOT_FOUND::violated);
    }
}
