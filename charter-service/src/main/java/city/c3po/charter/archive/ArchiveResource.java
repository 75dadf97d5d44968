package city.c3po.charter.archive;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One search over everything that charters leave behind. */
@Path("/v1/archive")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Archive", description = "Charters, documents and decisions of all projects, found by words.")
class ArchiveResource {
    private final Archive archive;
    private final Pages pages;
    private final CurrentActor caller;

    ArchiveResource(Archive archive, Pages pages, CurrentActor caller) {
        this.archive = archive;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("${c3po.roles.any}")
    @Operation(
            operationId = "searchArchive",
            summary = "Search charters, documents and decisions",
            description =
                    "All that you may see, newest first: by words in title and text, by department, vendor, type and"
                            + " kind of document.")
    public Page<ArchiveEntry> search(@BeanParam @Valid ArchiveQuestion asked, @BeanParam @Valid Paging paging) {
        var by = caller.get();
        var found = archive.find(asked, by, pages.after(paging), paging.limit() + 1);
        return pages.page(
                found,
                paging,
                entry -> new Pages.Place(entry.recordedAt().toString(), entry.id()),
                paging.count() ? archive.count(asked, by) : null);
    }
}
