package city.c3po.portfolio.baseline;

import static city.c3po.portfolio.baseline.BaselineRule.CHANGE_APPROVED;
import static city.c3po.portfolio.baseline.BaselineRule.COST_BASELINE;
import static city.c3po.portfolio.baseline.BaselineRule.ONE_DRAFT;
import static city.c3po.portfolio.baseline.BaselineRule.WITHIN_APPROVED_CHANGES;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.changerequest.ChangeRequest;
import city.c3po.portfolio.changerequest.ChangeRequests;
import city.c3po.portfolio.project.ProjectBaseline;
import city.c3po.portfolio.project.ProjectFacts;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.schedule.Schedules;
import city.c3po.portfolio.schedule.network.Activity;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The baselines, and what their approval means for the project and its change requests. */
@Singleton
public class Baselines extends ProjectParts<Baseline, BaselineAction> {
    private final Projects projects;
    private final ProjectFacts facts;
    private final Schedules schedules;
    private final ChangeRequests changes;
    private final BaselineItems items;

    Baselines(
            EntityManager entities,
            Journal journal,
            Projects projects,
            ProjectFacts facts,
            Schedules schedules,
            ChangeRequests changes,
            BaselineItems items) {
        super(Baseline.class, entities, journal);
        this.projects = projects;
        this.facts = facts;
        this.schedules = schedules;
        this.changes = changes;
        this.items = items;
    }

    /** A copy of the schedule as it is now. */
    Baseline draft(UUID project, Actor by, Instant at) {
        var owner = projects.get(project, by);
        var content = content(project, by);
        requireNoneOpen(project);
        var drafted = add(new Baseline(owner, content, at), by, baseline -> baseline.draft(by, at));
        items.copy(drafted.id(), project);
        return drafted;
    }

    Baseline refresh(UUID project, UUID id, Actor by, Seen seen, Instant at) {
        of(project, id, by);
        return edit(id, by, seen, BaselineAction.REFRESH, baseline -> {
            var events = baseline.refresh(by, content(project, by), at);
            items.copy(id, project);
            return events;
        });
    }

    Baseline approve(UUID project, UUID id, Actor by, Seen seen, Instant at) {
        var owner = projects.get(project, by);
        // two approvals at once would both be the next one
        entities().lock(owner, LockModeType.PESSIMISTIC_WRITE);
        var last = current(project);
        var carriedOut = last.isPresent() ? changes.toImplement(project) : List.<ChangeRequest>of();
        var approved = change(project, id, by, seen, BaselineAction.APPROVE, baseline -> {
            var references = carriedOut.stream().map(ChangeRequest::reference).toList();
            var events = baseline.approve(by, last.orElse(null), references, at);
            last.ifPresent(former -> requireAllowed(former, baseline, carriedOut));
            return events;
        });
        last.ifPresent(former -> change(
                project,
                former.id(),
                by,
                Seen.whatever(),
                BaselineAction.SUPERSEDE,
                baseline -> baseline.supersede(by, approved, at)));
        changes.implemented(carriedOut, approved.reference(), by, at);
        var milestones = items.all(id).stream()
                .filter(item -> item.kind() == Activity.Kind.MILESTONE)
                .collect(Collectors.toMap(BaselineItem::activity, BaselineItem::finish));
        facts.baselined(project, new ProjectBaseline.Point(approved.finish(), approved.cost()), milestones, at);
        return approved;
    }

    /** It may differ from the last one by what was approved, and by nothing else. */
    private static void requireAllowed(Baseline last, Baseline asked, List<ChangeRequest> carriedOut) {
        CHANGE_APPROVED.require(!carriedOut.isEmpty());
        var cost = carriedOut.stream()
                .map(request -> request.impact().cost().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var days = carriedOut.stream()
                .mapToLong(request -> request.impact().days())
                .sum();
        var more = asked.cost().amount().subtract(last.cost().amount());
        var later = ChronoUnit.DAYS.between(last.finish(), asked.finish());
        WITHIN_APPROVED_CHANGES.require(
                more.compareTo(cost) <= 0 && later <= days,
                Map.of("allowed", cost, "asked", more, "allowedDays", days, "askedDays", later));
    }

    private BaselineContent content(UUID project, Actor by) {
        var schedule = schedules.written(project, by);
        var summary = schedule.summary();
        var budget = summary.budget();
        COST_BASELINE.require(budget != null);
        return new BaselineContent(
                summary.start(),
                summary.finish(),
                new Money(budget, schedule.project().currency()),
                summary.calendar(),
                summary.activities(),
                summary.sha256());
    }

    private void requireNoneOpen(UUID project) {
        var open = found(project, "state in (DRAFT, SUBMITTED)");
        ONE_DRAFT.require(
                open.isEmpty(), Map.of("open", open.map(Baseline::href).orElse("")));
    }

    /** The one in force. */
    public Optional<Baseline> current(UUID project) {
        return found(project, "state = APPROVED");
    }

    /** Baseline 0. */
    public Optional<Baseline> original(UUID project) {
        return found(project, "ordinal = 0");
    }

    private Optional<Baseline> found(UUID project, String condition) {
        return entities()
                .createQuery("from Baseline where project.id = :project and " + condition, Baseline.class)
                .setParameter("project", project)
                .getResultStream()
                .findFirst();
    }

    public List<BaselineItem> items(Baseline baseline) {
        return items.all(baseline.id());
    }
}
