package city.c3po.reporting.changes;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The delta feed. */
@Path(FeedCursors.PATH)
@RunOnVirtualThread
@Tag(name = "Changes", description = "What changed since you last asked, across all services.")
class ChangeResource {
    private static final String ACCEPTS_ANY_ROLE = "${c3po.roles.any}";
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final Feed feed;
    private final FeedPages pages;
    private final FeedStreams streams;
    private final CurrentActor caller;

    ChangeResource(Feed feed, FeedPages pages, FeedStreams streams, CurrentActor caller) {
        this.feed = feed;
        this.pages = pages;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON})
    @RolesAllowed(ACCEPTS_ANY_ROLE)
    @Operation(operationId = "listChanges", summary = "What changed since you last asked", description = """
                    Begin without a cursor: you get everything as it stands now (snapshot), page by page (page.next), and at
                    the end page.delta. Keep that address. Whenever you call it you get what changed since, and at the end
                    the next page.delta. Nothing is missed and nothing is told twice; should you repeat a request after a
                    failure, subject.type, subject.id and subject.version tell what you have already.

                    An empty page says that nothing changed that concerns you, and completeThrough says up to when that is
                    certain. All pages of a round end at the same head. A page looks at no more than 10,000 changes, so that
                    it may be empty although there are more.

                    With Prefer: wait=25 an empty page is held back until there is news or the time is over. As
                    application/x-ndjson a whole round comes as one stream, an item a line; its last line has page and no
                    subject, so that a stream cut short does not look complete.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes.",
            headers = {
                @Header(
                        name = "ETag",
                        description = "The same as long as the page is.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "Preference-Applied",
                        description = "Which preferences were followed.",
                        schema = @Schema(implementation = String.class))
            },
            content = {
                @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = ChangePage.class)),
                @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(implementation = ChangeItem.class))
            })
    @APIResponse(responseCode = "304", description = "Nothing came since the page that If-None-Match names.")
    @APIResponse(
            responseCode = "410",
            description =
                    "The cursor leads nowhere any more: cursor-expired, visibility-changed or feed-rewound. resync and Location say where to begin again.",
            content = @Content(mediaType = MediaTypes.PROBLEM, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description =
                    "A part is out of reach; or, with Prefer: handling=strict, a source is stalled (source-stalled).")
    public Response changes(
            @BeanParam @Valid FeedParameters parameters,
            @Parameter(
                            description =
                                    "wait=25 waits up to so many seconds (at most 30) for news. handling=strict answers 503 when a source is stalled.",
                            schema = @Schema(implementation = String.class, examples = "wait=25"))
                    @HeaderParam("Prefer")
                    @Nullable List<String> prefer,
            @Parameter(description = "The ETag of the page you have: 304 when nothing came since.")
                    @HeaderParam("If-None-Match")
                    @Nullable String seen,
            @Context Request request) {
        var wish = parameters.wish();
        var preferences = Preferences.of(prefer);
        var reader = Reader.of(caller.get());
        var beginning = feed.begin(wish, reader);
        if (preferences.strict() && beginning.open()) {
            feed.mustBeLive(beginning.now());
        }
        var variant = request.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(MediaTypes.NDJSON))
                        .build());
        return variant != null && variant.getMediaType().getSubtype().equals("x-ndjson")
                ? stream(beginning, wish, reader)
                : page(beginning, wish, reader, preferences, seen);
    }

    private Response stream(Feed.Beginning beginning, Wish wish, Reader reader) {
        return Response.ok(streams.of(beginning, wish, reader), MediaTypes.NDJSON)
                .header("Vary", "Accept")
                .build();
    }

    private Response page(
            Feed.Beginning beginning, Wish wish, Reader reader, Preferences preferences, @Nullable String seen) {
        // who does not wait and has this page already costs nothing more
        if (preferences.patience().isZero()
                && seen != null
                && seen.contains(tag(beginning.place()).getValue())) {
            return Response.notModified(tag(beginning.place())).build();
        }
        var page = pages.read(beginning, wish, reader, preferences);
        var answer = Response.ok(page.content(), MediaTypes.JSON)
                .tag(tag(page.from()))
                .header("Vary", "Accept");
        preferences.applied(page.open()).ifPresent(applied -> answer.header("Preference-Applied", applied));
        if (!page.open() && page.content().page().hasMore()) {
            answer.header("Cache-Control", FOR_EVER);
        }
        return answer.build();
    }

    /** Weak: the same items, though how things are may have been said anew. */
    private static EntityTag tag(Bookmark from) {
        return new EntityTag(from.digest(), true);
    }
}
