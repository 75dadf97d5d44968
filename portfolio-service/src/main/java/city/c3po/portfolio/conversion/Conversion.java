package city.c3po.portfolio.conversion;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.initiative.Initiative;
import city.c3po.portfolio.initiative.Initiatives;
import city.c3po.portfolio.initiative.Proposal;
import city.c3po.portfolio.project.Approach;
import city.c3po.portfolio.project.BoardCondition;
import city.c3po.portfolio.project.GateName;
import city.c3po.portfolio.project.Origin;
import city.c3po.portfolio.project.ProjectPlan;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.project.Tier;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.triage.Finding;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Makes projects of an initiative while the initiative is locked; the database keeps each part to once. */
@Singleton
class Conversion {
    /**
     * One of the projects an initiative becomes; what is left out is the initiative's.
     *
     * @param program where it stands from today on
     */
    @Schema(
            name = "ConvertedProject",
            description = "One of the projects; what is left out is taken from the initiative.")
    record Part(
            @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String title,

            @Nullable @Size(max = 4000) String description,
            @Nullable Approach approach,

            @Schema(description = "Subject of its executive sponsor.") @Nullable @Pattern(regexp = Codes.SUBJECT) String sponsor,

            @Schema(description = "Subject of its PPM; the initiative's where it is left out.")
            @Nullable @Pattern(regexp = Codes.SUBJECT) String ppm,

            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            @Valid @Nullable Money budget) {}

    private final Initiatives initiatives;
    private final Projects projects;
    private final EntityManager entities;

    Conversion(Initiatives initiatives, Projects projects, EntityManager entities) {
        this.initiatives = initiatives;
        this.projects = projects;
        this.entities = entities;
    }

    Initiative convert(UUID id, List<Part> parts, Actor by, Seen seen, Instant at) {
        return initiatives.convert(id, by, seen, initiative -> made(initiative, parts, by, at), at);
    }

    Initiative close(UUID id, Actor by, Seen seen, Instant at) {
        return initiatives.close(id, by, seen, openProjectsOf(id), at);
    }

    private List<Reference> made(Initiative initiative, List<Part> parts, Actor by, Instant at) {
        var made = new ArrayList<Reference>();
        for (int n = 0; n < parts.size(); n++) {
            var origin = new Origin(initiative.reference(), n + 1, conditions(initiative), initiative.authors());
            var part = parts.get(n);
            var ppm = part.ppm() == null ? initiative.ppm() : part.ppm();
            made.add(projects.convert(
                            by, plan(initiative.proposal(), part, parts.size()), tier(initiative), origin, ppm, at)
                    .reference());
        }
        return made;
    }

    private static ProjectPlan plan(Proposal said, Part part, int parts) {
        return new ProjectPlan(
                part.title() == null ? said.title() : part.title(),
                part.description() == null ? said.what().outcome() : part.description(),
                said.kind(),
                part.approach(),
                null,
                said.sponsoringDepartment(),
                said.affectedDepartments(),
                part.sponsor(),
                part.start() == null ? said.start() : part.start(),
                part.finish() == null ? said.finish() : part.finish(),
                // the estimate is of the whole; how it is shared out among several, somebody has to say
                part.budget() == null && parts == 1 ? budget(said) : part.budget(),
                List.of(),
                said.sampleData());
    }

    private static @Nullable Money budget(Proposal said) {
        var years = said.cost().oneTime();
        if (years == null || years.isEmpty() || years.stream().anyMatch(year -> year.likely() == null)) {
            return null;
        }
        return said.cost()
                .knownLikely(Objects.requireNonNull(years.getFirst().likely()).currency());
    }

    private static Tier tier(Initiative initiative) {
        var triage = Objects.requireNonNull(initiative.triage().result());
        return Tier.of(
                triage.outcome(),
                triage.criteria().stream()
                        .filter(finding -> finding.answer() == city.c3po.portfolio.triage.Answer.TRUE)
                        .map(Finding::criterion)
                        .toList());
    }

    private static List<BoardCondition> conditions(Initiative initiative) {
        var decision = initiative.boardCase().decision();
        return decision == null
                ? List.of()
                : decision.conditions().stream()
                        .map(condition -> new BoardCondition(condition.text(), GateName.valueOf(condition.gate())))
                        .toList();
    }

    private List<String> openProjectsOf(UUID initiative) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select number from project
                        where initiative_id = :initiative and state not in ('CLOSED', 'CANCELLED') order by number""", String.class)
                .setParameter("initiative", initiative)
                .getResultList();
    }
}
