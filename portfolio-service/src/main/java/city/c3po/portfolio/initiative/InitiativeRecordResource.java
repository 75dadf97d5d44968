package city.c3po.portfolio.initiative;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Pages.Place;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.portfolio.initiative.InitiativeJournal.PastTriage;
import city.c3po.portfolio.initiative.InitiativeJournal.Revision;
import city.c3po.portfolio.reference.Readers;
import city.c3po.portfolio.triage.Triage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is on record about an initiative: why it has its class, and all that it was before. */
@Path("/v1/initiatives/{id}")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Initiative records", description = "Why an initiative has its class, and what it was before.")
class InitiativeRecordResource {
    private final Initiatives initiatives;
    private final InitiativeJournal journal;
    private final Past past;
    private final Pages pages;
    private final CurrentActor caller;

    InitiativeRecordResource(
            Initiatives initiatives, InitiativeJournal journal, Past past, Pages pages, CurrentActor caller) {
        this.initiatives = initiatives;
        this.journal = journal;
        this.past = past;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Path("/triage")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "explainTriage",
            summary = "Explain the triage",
            description = "The present result: each criterion's answer with a sentence and the inputs it used, what is"
                    + " missing, the policy version, and the inputs, so that it can be repeated. 404 before the first"
                    + " submission.")
    public Triage triage(@PathParam("id") UUID id) {
        return Optional.ofNullable(visible(id).triage().result()).orElseThrow(Convention.NOT_FOUND::violated);
    }

    @GET
    @Path("/triages")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listTriages",
            summary = "List all triages",
            description = "Every result it ever had, overrides included; oldest first.")
    public Page<PastTriage> triages(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        var found = journal.triages(visible(id).id(), after(paging), paging.limit() + 1);
        return pages.page(found, paging, past -> place(past.version(), id), null);
    }

    @GET
    @Path("/revisions")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "listRevisions",
            summary = "List all revisions",
            description = "What it said each time it was submitted or revised, and what its triage said; oldest first.")
    public Page<Revision> revisions(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        var found = journal.revisions(visible(id).id(), after(paging), paging.limit() + 1);
        return pages.page(found, paging, revision -> place(revision.version(), id), null);
    }

    @GET
    @Path("/history")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "initiativeHistory",
            summary = "An initiative's history",
            description = "Who did what, when, and what it changed; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(visible(id), paging);
    }

    @GET
    @Path("/history/verify")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "verifyInitiative",
            summary = "Verify an initiative's history",
            description = "Whether its chain of hashes holds; names the first row that breaks it.")
    public History.Verification verify(@PathParam("id") UUID id) {
        return past.verified(visible(id));
    }

    private Initiative visible(UUID id) {
        return initiatives.get(id, caller.get());
    }

    /** Both lists are in the order of the initiative's versions. */
    private long after(Paging paging) {
        return pages.after(paging).map(place -> Long.parseLong(place.sortKey())).orElse(0L);
    }

    private static Place place(long version, UUID id) {
        return new Place(String.valueOf(version), id.toString());
    }
}
