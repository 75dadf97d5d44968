package city.c3po.inventory.imports;

import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.rule.Convention;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The progress of an import as it happens. A stream of its own kind: it holds no thread between two looks. */
@Path("/v1/imports/{id}/progress-events")
@Tag(name = "Imports", description = "Files of department systems: planned as a whole, applied as a whole.")
class ImportWatchResource {
    private static final Duration BETWEEN_MARKS = Duration.ofMillis(250);

    private final Imports imports;
    private final Progress progress;
    private final CurrentActor caller;

    ImportWatchResource(Imports imports, Progress progress, CurrentActor caller) {
        this.imports = imports;
        this.progress = progress;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "watchImport",
            summary = "Watch it",
            description =
                    "Server-sent events, one for each change of the progress; the stream ends when the import rests.")
    public Multi<Progress.Mark> watch(@PathParam("id") UUID id) {
        QuarkusTransaction.requiringNew().run(() -> imports.get(id, caller.get()));
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> progress.of(id).orElseThrow(Convention.NOT_FOUND::violated))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(BETWEEN_MARKS)
                .whilst(mark -> mark.state() == ImportState.RECEIVED || mark.state() == ImportState.APPROVED)
                .skip()
                .repetitions();
    }
}
