package city.c3po.reporting.changes;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed from a subscription's place on. */
@Path("/v1/change-subscriptions/{name}/changes")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Change subscriptions", description = "The feed for jobs without storage: the service keeps their place.")
class SubscriptionFeedResource {
    private final Subscriptions subscriptions;
    private final Feed feed;
    private final FeedPages pages;
    private final FeedCursors cursors;
    private final CurrentActor caller;

    SubscriptionFeedResource(
            Subscriptions subscriptions, Feed feed, FeedPages pages, FeedCursors cursors, CurrentActor caller) {
        this.subscriptions = subscriptions;
        this.feed = feed;
        this.pages = pages;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("${c3po.roles.any}")
    @Operation(
            operationId = "listSubscriptionChanges",
            summary = "What a subscription has not acknowledged yet",
            description =
                    "The same until it is acknowledged, whichever worker asks. Deal with the items, then POST upTo to ack with the ETag of this answer: the first of two workers moves the place on, the second gets 412 and reads again. Subject, id and version tell repeats.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Send it to ack as If-Match.",
                            schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = SubscriptionPage.class)))
    @APIResponse(responseCode = "304", description = "Nothing came since the page that If-None-Match names.")
    @APIResponse(
            responseCode = "410",
            description =
                    "The place leads nowhere any more: cursor-expired, visibility-changed or feed-rewound. POST restart and replace what you hold.")
    public Response changes(
            @PathParam("name") String name,
            @Parameter(
                            description = "How many items a page holds at most, 1 to 500.",
                            schema =
                                    @Schema(
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "50",
                                            implementation = Integer.class))
                    @QueryParam("limit")
                    @Min(1) @Max(Paging.MAX_LIMIT) @Nullable Integer limit,
            @Parameter(
                            description =
                                    "wait=25 waits up to so many seconds (at most 30) for news. handling=strict answers 503 when a source is stalled.",
                            schema = @Schema(implementation = String.class, examples = "wait=25"))
                    @HeaderParam("Prefer")
                    @Nullable List<String> prefer) {
        var by = caller.get();
        var subscription = subscriptions.get(name, by);
        subscription.mustBeOf(by);
        var reader = Reader.of(by);
        var wish = subscription.wish(limit);
        var preferences = Preferences.of(prefer);
        var beginning = feed.resume(cursors.admit(subscription.place(), wish, reader), wish);
        if (preferences.strict() && beginning.open()) {
            feed.mustBeLive(beginning.now());
        }
        var read = pages.read(beginning, wish, reader, preferences).page();
        var page = read.content();
        var answer = Response.ok(new SubscriptionPage(
                        page.items(),
                        page.page().hasMore(),
                        cursors.seal(read.to(), wish.path()),
                        page.standing(),
                        page.deltaExpiresAt(),
                        page.pollAfterSeconds()))
                .tag(subscription.entityTag() + "." + read.to().digest());
        preferences.applied(read.open()).ifPresent(applied -> answer.header("Preference-Applied", applied));
        return answer.build();
    }
}
