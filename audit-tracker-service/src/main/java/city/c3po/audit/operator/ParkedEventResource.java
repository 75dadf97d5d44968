package city.c3po.audit.operator;

import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.ParkedEvent;
import city.c3po.platform.operator.ParkedEventDesk;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Write;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events of the backbone that stand still until an operator acts. */
@Path("/v1/audit-parked-events")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Parked events", description = "Events that stand still until an operator acts.")
class ParkedEventResource {
    private final ParkedEventDesk desk;

    ParkedEventResource(ParkedEventDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "listAuditParkedEvents",
            summary = "List events that wait for an operator",
            description =
                    "Oldest first. PARKED events came in and cannot be taken; HELD events wait behind a missing or parked one; UNSENT ones are of this service and cannot be sent.")
    public Page<ParkedEvent> list(@BeanParam @Valid Paging paging) {
        return desk.page(paging);
    }

    @POST
    @Path("/{id}/replay")
    @Write
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "replayAuditParkedEvent",
            summary = "Try a parked event again",
            description =
                    "Once its cause is mended. What waits behind it follows by itself. 409 when it still cannot be taken (still-cannot-be-taken, with error) or when one before it is missing (behind-another).")
    public ParkedEvent.Replayed replay(@PathParam("id") UUID id) {
        return desk.replay(id);
    }
}
