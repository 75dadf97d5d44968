package city.c3po.reporting.changes;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Places in the feed, kept for jobs that have nowhere to keep them. */
@Path("/v1/change-subscriptions")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Change subscriptions", description = "The feed for jobs without storage: the service keeps their place.")
class SubscriptionResource {
    private static final String ACCEPTS_ANY_ROLE = "${c3po.roles.any}";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    private final Subscriptions subscriptions;
    private final Feed feed;
    private final FeedCursors cursors;
    private final Pages lists;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    SubscriptionResource(
            Subscriptions subscriptions,
            Feed feed,
            FeedCursors cursors,
            Pages lists,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.feed = feed;
        this.cursors = cursors;
        this.lists = lists;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @Schema(
            name = "SubscriptionWish",
            description = "What of the feed is wanted. What is left out leaves the choice open.")
    record SubscriptionWish(
            @Schema(description = "Only subjects of these types.", nullable = true) @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> types,

            @Schema(description = "Only records of these departments, by code.", nullable = true)
            @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> departments,

            @Schema(description = "Only records of these programs, by id or number.", nullable = true)
            @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> programs,

            @Schema(description = "Only updates that change one of these members of data.", nullable = true)
            @Size(max = 50) @Nullable List<@NotBlank @Size(max = 2000) String> fields,

            @Schema(
                    description = "net (default) or log.",
                    nullable = true,
                    enumeration = {"net", "log"})
            @Pattern(regexp = "net|log") @Nullable String mode) {
        Filters filters() {
            return Filters.of(types, departments, programs, fields);
        }

        Mode feedMode() {
            return "log".equals(mode) ? Mode.LOG : Mode.NET;
        }
    }

    @Schema(name = "Acknowledgement", description = "What was dealt with.")
    record Acknowledgement(
            @Schema(description = "upTo of the page that was dealt with.", examples = "k1.MSBuZXQ.c2ln")
            @NotBlank @Size(max = 4096) String upTo) {}

    @PUT
    @Path("/{name}")
    @Consumes(MediaTypes.JSON)
    @Write(creates = true)
    @RolesAllowed(ACCEPTS_ANY_ROLE)
    @Operation(
            operationId = "putChangeSubscription",
            summary = "Make or change a subscription",
            description =
                    "It begins with a baseline. With other filters, or the other mode, it begins anew. Names are shared by all; lower case, digits and hyphens.")
    public RestResponse<SubscriptionView> put(
            @PathParam("name") @Pattern(regexp = NAME) String name, @NotNull @Valid SubscriptionWish body) {
        var by = caller.get();
        var filters = body.filters();
        var mode = body.feedMode();
        var put = subscriptions.put(
                name,
                by,
                preconditions.seen(),
                () -> fresh(name, by, filters, mode),
                present -> present.filters().equals(filters) && present.mode() == mode
                        ? present
                        : present.restarted(
                                filters, mode, fresh(name, by, filters, mode).place()));
        var view = view(put.subscription());
        var answer = put.created()
                ? RestResponse.ResponseBuilder.<SubscriptionView>create(Response.Status.CREATED)
                        .location(URI.create(view.href()))
                : RestResponse.ResponseBuilder.<SubscriptionView>create(Response.Status.OK);
        return answer.entity(view).tag(put.subscription().entityTag()).build();
    }

    private Subscription fresh(String name, Actor by, Filters filters, Mode mode) {
        var reader = Reader.of(by);
        var wish = new Wish(FeedCursors.PATH, null, new Wish.Since.Everything(), null, mode, filters, null);
        var place = feed.begin(wish, reader).place();
        return new Subscription(name, by.sub(), 1, filters, mode, place, place.since(), null);
    }

    @GET
    @RolesAllowed(ACCEPTS_ANY_ROLE)
    @Operation(
            operationId = "listChangeSubscriptions",
            summary = "List subscriptions",
            description =
                    "Your own, by name, and how far each is behind; operators and the portfolio office see everybody's.")
    public Page<SubscriptionView> list(@BeanParam @Valid Paging paging) {
        var after = lists.after(paging).map(Pages.Place::id).orElse(null);
        var found = subscriptions.list(caller.get(), after, paging.limit() + 1);
        return lists.page(
                found.stream().map(this::view).toList(),
                paging,
                view -> new Pages.Place(view.name(), view.name()),
                paging.count()
                        ? (long) subscriptions
                                .list(caller.get(), null, Integer.MAX_VALUE)
                                .size()
                        : null);
    }

    @GET
    @Path("/{name}")
    @RolesAllowed(ACCEPTS_ANY_ROLE)
    @Operation(
            operationId = "getChangeSubscription",
            summary = "Read a subscription",
            description = "Its filters, its place and how far it is behind.")
    public RestResponse<SubscriptionView> get(@PathParam("name") String name) {
        return answer(subscriptions.get(name, caller.get()));
    }

    @POST
    @Path("/{name}/ack")
    @Consumes(MediaTypes.JSON)
    @Write
    @RolesAllowed(ACCEPTS_ANY_ROLE)
    @Operation(
            operationId = "acknowledgeChanges",
            summary = "Move a subscription on",
            description = "Past the page that gave upTo. With If-Match, so that of two workers one does it.")
    public RestResponse<SubscriptionView> acknowledge(
            @PathParam("name") String name, @NotNull @Valid Acknowledgement body) {
        var by = caller.get();
        var moved = subscriptions.change(name, by, preconditions.seen(), present -> {
            var upTo = cursors.open(body.upTo(), present.wish(null), Reader.of(by));
            return present.acknowledged(upTo, clock.instant());
        });
        return answer(moved);
    }

    @POST
    @Path("/{name}/restart")
    @Write
    @RolesAllowed(ACCEPTS_ANY_ROLE)
    @Operation(
            operationId = "restartChangeSubscription",
            summary = "Begin a subscription anew",
            description = "With a baseline, as you may see it now. Replace what you hold.")
    public RestResponse<SubscriptionView> restart(@PathParam("name") String name) {
        var by = caller.get();
        return answer(subscriptions.change(
                name,
                by,
                preconditions.seen(),
                present -> present.restarted(
                        present.filters(),
                        present.mode(),
                        fresh(name, by, present.filters(), present.mode()).place())));
    }

    @DELETE
    @Path("/{name}")
    @Write
    @RolesAllowed(ACCEPTS_ANY_ROLE)
    @Operation(
            operationId = "deleteChangeSubscription",
            summary = "Delete a subscription",
            description = "By whoever made it, or an operator. Its place is forgotten.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public RestResponse<Void> delete(@PathParam("name") String name) {
        subscriptions.remove(name, caller.get(), preconditions.seen());
        return RestResponse.noContent();
    }

    private RestResponse<SubscriptionView> answer(Subscription one) {
        return RestResponse.ResponseBuilder.ok(view(one)).tag(one.entityTag()).build();
    }

    private SubscriptionView view(Subscription one) {
        return SubscriptionView.of(one, feed.head(), cursors.expiry(one.place()));
    }
}
