package city.c3po.portfolio.project;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import city.c3po.portfolio.program.Membership;
import city.c3po.portfolio.reference.WorkKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A project as callers see it. */
@Schema(name = "Project", description = "What came of an initiative, where it stands, and what its gates say.")
public record ProjectView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "PRJ-2026-0001")
        String number,

        String href,
        ProjectState state,

        @Schema(description = "While ON_HOLD: where it returns to.") @Nullable ProjectState heldFrom,

        Tier tier,
        String title,
        @Nullable String description,
        @Nullable WorkKind kind,
        @Nullable Approach approach,

        @Schema(description = "The initiative it came of.") @Nullable Reference initiative,

        @Schema(description = "The program it is inside now.") @Nullable Reference program,

        @Schema(description = "Every program it was ever inside, in order.")
        List<Membership> memberships,

        @Schema(description = "What it delivers to.") List<Reference> products,

        @Schema(description = "Code of the department it is for.")
        String sponsoringDepartment,

        List<String> affectedDepartments,

        @Schema(description = "Subject of its executive sponsor.") @Nullable String sponsor,

        @Schema(description = "Subject of its product-project manager.") @Nullable String ppm,

        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        @Nullable Money budget,

        @Schema(description = "What its PPM expects; null before the first forecast.") @Nullable Forecast forecast,

        @Schema(description = "What it came to; null before that is known.") @Nullable Actual actual,

        @Schema(description = "What finance posted; null before the first entry.") @Nullable MoneyActual moneyActual,

        @Schema(description = "What was approved; null before the first baseline.") @Nullable ProjectBaseline baseline,

        @Schema(description = "The milestones of its schedule, at most 50.")
        List<ProjectMilestone> milestones,

        @Schema(description = "By the last status report; null before the first.") @Nullable ProjectColour colour,

        @Schema(description = "A report owed because the project is far off its course.") @Nullable SpecialReport specialReport,

        @Schema(description = "A forecast that put it into a higher tier, and the answer to it.") @Nullable Reclassification reclassification,

        @Schema(description = "The decision that nothing is bought.") @Nullable InHouse inHouse,

        @Schema(description = "Whether it keeps to the city's policies, by area.")
        List<Compliance> compliance,

        List<Gate> gates,

        @Schema(description = "Subjects of everybody who wrote any of it; none of them judges its gates.")
        List<String> authors,

        List<ExternalRef> externalRefs,

        @Schema(description = "The department system that feeds it.") @Nullable String source,

        boolean sampleData,
        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ProjectAction> allowedActions)
        implements Representation {

    /** What was journalled before policies and schedules were kept says nothing of them. */
    public ProjectView {
        milestones = milestones == null ? List.of() : milestones;
        compliance = compliance == null ? List.of() : compliance;
    }

    static ProjectView of(Project project, @Nullable Actor reader) {
        var plan = project.plan();
        return new ProjectView(
                project.id(),
                project.number(),
                project.href(),
                project.projectState(),
                project.heldFrom(),
                project.tier(),
                plan.title(),
                plan.description(),
                plan.kind(),
                plan.approach(),
                project.initiative(),
                Membership.present(project.memberships()).orElse(null),
                project.memberships(),
                project.products(),
                plan.sponsoringDepartment(),
                plan.affectedDepartments(),
                plan.sponsor(),
                project.ppm(),
                plan.start(),
                plan.finish(),
                plan.budget(),
                project.forecast(),
                project.actual(),
                project.controls().moneyActual(),
                project.controls().baseline(),
                project.controls().milestones(),
                project.controls().colour(),
                project.controls().specialReport(),
                project.reclassification(),
                project.inHouse(),
                project.compliance(),
                project.gates().all(),
                project.authors(),
                plan.externalRefs(),
                project.source(),
                Boolean.TRUE.equals(plan.sampleData()),
                project.createdBy(),
                project.createdAt(),
                project.version(),
                reader == null ? null : project.allowedActions(reader));
    }
}
