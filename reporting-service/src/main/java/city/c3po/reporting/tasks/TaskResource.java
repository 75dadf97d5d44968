package city.c3po.reporting.tasks;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What awaits me. */
@Path("/v1/tasks")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Tasks", description = "What awaits whom, across the suite.")
class TaskResource {
    private static final String ME = "me";
    private static final String SEPARATOR = " ";

    private final AwaitedTasks tasks;
    private final Pages pages;
    private final CurrentActor caller;

    TaskResource(AwaitedTasks tasks, Pages pages, CurrentActor caller) {
        this.tasks = tasks;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("${c3po.roles.any}")
    @Operation(
            operationId = "listTasks",
            summary = "What awaits me",
            description =
                    "What any service awaits of you: sign, vote, assess, verify, attest, decide. What is due first comes first.")
    public Page<TaskView> list(
            @Parameter(
                            description = "me: nobody sees what awaits others.",
                            schema = @Schema(enumeration = "me", defaultValue = "me"))
                    @QueryParam("assignee")
                    @DefaultValue(ME)
                    String assignee,
            @Parameter(description = "true lists what is done instead.") @QueryParam("done") @DefaultValue("false")
                    boolean done,
            @BeanParam @Valid Paging paging) {
        if (!assignee.equals(ME)) {
            throw Refusal.BAD_PARAMETER.refused(new Fault("assignee", Refusal.BAD_PARAMETER.code(), "Expected me."));
        }
        var after = pages.after(paging).map(TaskResource::place).orElse(null);
        var found = tasks.of(caller.get().sub(), done, after, paging.limit() + 1);
        return pages.page(
                found.stream().map(TaskView::of).toList(),
                paging,
                view -> new Pages.Place(
                        (view.due() == null ? "infinity" : view.due().toString()) + SEPARATOR + view.source(),
                        view.id()),
                paging.count()
                        ? (long) tasks.of(caller.get().sub(), done, null, Integer.MAX_VALUE)
                                .size()
                        : null);
    }

    private static AwaitedTasks.Place place(Pages.Place last) {
        var key = last.sortKey().split(SEPARATOR, 2);
        return new AwaitedTasks.Place(key[0], key[1], last.id());
    }
}
