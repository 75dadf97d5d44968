package city.c3po.platform.operator;

import city.c3po.platform.event.ParkedEvent;
import city.c3po.platform.event.ParkedEvents;
import city.c3po.platform.web.Cursors;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Refusal;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Lists and replays what is parked: poison that came in, what is held behind it, and aggregates of this service of
 * which an event cannot be sent.
 *
 * <p>A service opens it under {@code /v1/<key>-parked-events}:
 *
 * {@snippet :
 * @Path(ParkedEventResource.PATH)
 * @RunOnVirtualThread
 * @Produces(MediaTypes.JSON)
 * @Tag(name = "Parked events")
 * class ParkedEventResource {
 *     static final String PATH = "/v1/portfolio-parked-events";
 *     private final ParkedEventDesk desk;
 *
 *     @GET
 *     @RolesAllowed(Roles.OPERATOR)
 *     @Operation(operationId = "listPortfolioParkedEvents", summary = "List events that wait for an operator")
 *     public Page<ParkedEvent> list(@BeanParam @Valid Paging paging) {
 *         return desk.page(PATH, paging);
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
    private static final UUID NO_ID = new UUID(0, 0);

    private final ParkedEvents parked;
    private final Cursors cursors;

    ParkedEventDesk(ParkedEvents parked, Cursors cursors) {
        this.parked = parked;
        this.cursors = cursors;
    }

    /** @param path where the service offers the list */
    public Page<ParkedEvent> page(String path, Paging paging) {
        var last = paging.cursor() == null
                ? new Place(Instant.EPOCH, NO_ID)
                : Place.of(cursors.open(path, paging.cursor()));
        // one more than asked for tells whether there is a next page
        var found = parked.after(last.since(), last.id(), paging.limit() + 1);
        var shown = found.subList(0, Math.min(found.size(), paging.limit()));
        return Page.of(
                shown,
                found.size() > shown.size() ? next(path, paging, shown) : null,
                paging.count() ? parked.count() : null);
    }

    private String next(String path, Paging paging, List<ParkedEvent> shown) {
        var last = new Place(shown.getLast().since(), shown.getLast().id());
        return path + "?limit=" + paging.limit() + (paging.count() ? "&count=true" : "") + "&cursor="
                + cursors.seal(path, last.since() + " " + last.id());
    }

    private record Place(Instant since, UUID id) {
        static Place of(String text) {
            try {
                var part = text.split(" ", 2);
                return new Place(Instant.parse(part[0]), UUID.fromString(part[1]));
            } catch (DateTimeException | IllegalArgumentException sealedByAnotherEdition) {
                throw Refusal.BAD_CURSOR.refused();
            }
        }
    }

    /** Tries it again, and then all that waits behind it. */
    public ParkedEvent.Replayed replay(UUID id) {
        return parked.replay(id);
    }
}
