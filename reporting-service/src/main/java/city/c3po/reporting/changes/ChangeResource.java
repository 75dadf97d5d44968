package city.c3po.reporting.changes;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Problem;
import city.c3po.reporting.log.ReportPins;
import io.quarkus.security.identity.SecurityIdentity;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf(MediaTypes.NDJSON),
                    MediaType.valueOf(FeedEvents.MEDIA_TYPE))
            .build();

    private final Feed feed;
    private final FeedPages pages;
    private final FeedStreams streams;
    private final FeedEvents events;
    private final ReportPins pins;
    private final CurrentActor caller;
    private final SecurityIdentity identity;

    ChangeResource(
            Feed feed,
            FeedPages pages,
            FeedStreams streams,
            FeedEvents events,
            ReportPins pins,
            CurrentActor caller,
            SecurityIdentity identity) {
        this.feed = feed;
        this.pages = pages;
        this.streams = streams;
        this.events = events;
        this.pins = pins;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.NDJSON, FeedEvents.MEDIA_TYPE})
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
                    subject, so that a stream cut short does not look complete.

                    As text/event-stream the answer stays open: each change is an event, and so is how things are (standing),
                    every 15 seconds at least. The id of an event is a cursor; send the last as Last-Event-ID to go on.

                    The id of a committee report is a place in the feed: since=report:{first}&until=report:{second} tells
                    what the second report tells.""")
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
                @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(implementation = ChangeItem.class)),
                @Content(
                        mediaType = FeedEvents.MEDIA_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "Server-sent events: change (a ChangeItem) and standing."))
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
            @Parameter(description = "The id of the last event you got of a stream: it goes on after it.")
                    @HeaderParam("Last-Event-ID")
                    @Nullable String lastEvent,
            @Context Request request) {
        var form = form(request);
        var wish = parameters.wish(pins);
        if (lastEvent != null && form.equals(FeedEvents.MEDIA_TYPE)) {
            wish = wish.from(lastEvent);
        }
        var preferences = Preferences.of(prefer);
        var reader = Reader.of(caller.get());
        var beginning = feed.begin(wish, reader);
        if (preferences.strict() && beginning.open()) {
            feed.mustBeLive(beginning.now());
        }
        return switch (form) {
            case MediaTypes.NDJSON -> stream(streams.of(beginning, wish, reader), form);
            case FeedEvents.MEDIA_TYPE -> stream(events.of(beginning, wish, reader, lifeOfToken()), form);
            default -> page(beginning, wish, reader, preferences, seen);
        };
    }

    private static String form(Request request) {
        var variant = request.selectVariant(FORMS);
        return variant == null ? MediaTypes.JSON : variant.getMediaType().toString();
    }

    /** A stream must not outlive what opened it by more than that. */
    private Duration lifeOfToken() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Duration.ofSeconds(Math.max(0, token.getExpirationTime() - token.getIssuedAtTime()))
                : Duration.ZERO;
    }

    private static Response stream(StreamingOutput content, String form) {
        return Response.ok(content, form).header("Vary", "Accept").build();
    }

    private Response page(
            Feed.Beginning beginning, Wish wish, Reader reader, Preferences preferences, @Nullable String seen) {
        // who does not wait and has this page already costs nothing more
        if (preferences.patience().isZero()
                && seen != null
                && seen.contains(tag(beginning.place()).getValue())) {
            return Response.notModified(tag(beginning.place())).build();
        }
        var read = pages.read(beginning, wish, reader, preferences);
        var page = read.page();
        var answer = Response.ok(pages.written(page), MediaTypes.JSON)
                .tag(tag(read.from()))
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
