package city.c3po.platform.operator;

import city.c3po.platform.event.ParkedEvent;
import city.c3po.platform.event.ParkedEvents;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/**
 * Lists and replays what is parked: poison that came in, what is held behind it, and aggregates of this service of
 * which an event cannot be sent.
 *
 * <p>A service opens it under {@code /v1/<key>-parked-events}:
 *
 * {@snippet :
 * @Path("/v1/portfolio-parked-events")
 * @RunOnVirtualThread
 * @Produces(MediaTypes.JSON)
 * @Tag(name = "Parked events")
 * class ParkedEventResource {
 *     private final ParkedEventDesk desk;
 *
 *     @GET
 *     @RolesAllowed(Roles.OPERATOR)
 *     @Operation(operationId = "listPortfolioParkedEvents", summary = "List events that wait for an operator")
 *     public Page<ParkedEvent> list(@BeanParam @Valid Paging paging) {
 *         return desk.page(paging);
 *     }
 *
 *     @POST
 *     @Path("/{id}/replay")
 *     @Write
 *     @RolesAllowed(Roles.OPERATOR)
 *     @Operation(operationId = "replayPortfolioParkedEvent", summary = "Try a parked event again")
 *     public ParkedEvent.Replayed replay(@PathParam("id") UUID id) {
 *         return desk.replay(id);
 *     }
 * }
 * }
 */
@Singleton
public class ParkedEventDesk {
    private static final Pages.Place BEFORE_ALL = new Pages.Place(Instant.EPOCH.toString(), new UUID(0, 0).toString());

    private final ParkedEvents parked;
    private final Pages pages;

    ParkedEventDesk(ParkedEvents parked, Pages pages) {
        this.parked = parked;
        this.pages = pages;
    }

    /** Oldest first. */
    public Page<ParkedEvent> page(Paging paging) {
        var last = pages.after(paging).orElse(BEFORE_ALL);
        // one more than asked for tells whether there is a next page
        var found = parked.after(Instant.parse(last.sortKey()), UUID.fromString(last.id()), paging.limit() + 1);
        return pages.page(
                found,
                paging,
                event -> new Pages.Place(event.since().toString(), event.id().toString()),
                paging.count() ? parked.count() : null);
    }

    /** Tries it again, and then all that waits behind it. */
    public ParkedEvent.Replayed replay(UUID id) {
        return parked.replay(id);
    }
}
