package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeRule.KNOWN_INITIATIVE;
import static city.c3po.portfolio.initiative.InitiativeRule.OTHER_INITIATIVE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.ExternalRefs;
import city.c3po.portfolio.reference.KnownReferences;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The initiatives, and what they need to know of other records before they change. */
@Singleton
public class Initiatives extends Aggregates<Initiative, UUID, InitiativeAction> {
    /** As in the triggers of external_ref. */
    static final String KIND = "initiative";

    private final InitiativeSurroundings surroundings;
    private final KnownReferences known;
    private final ExternalRefs refs;
    private final CityDay day;

    Initiatives(
            EntityManager entities,
            Journal journal,
            InitiativeSurroundings surroundings,
            KnownReferences known,
            ExternalRefs refs,
            CityDay day) {
        super(Initiative.class, entities, journal);
        this.surroundings = surroundings;
        this.known = known;
        this.refs = refs;
        this.day = day;
    }

    Initiative draft(Actor by, Proposal said, @Nullable String source, Instant at) {
        var fresh = new Initiative(by, said, source, day.of(at).getYear(), at);
        return add(fresh, by, initiative -> checked(by, initiative, initiative.draft(by, at)));
    }

    Initiative edit(UUID id, Actor by, Seen seen, UnaryOperator<Proposal> better, Instant at) {
        return edit(
                id,
                by,
                seen,
                InitiativeAction.EDIT,
                initiative -> checked(
                        by,
                        initiative,
                        initiative.edit(by, better.apply(initiative.proposal()), surroundings.at(at), at)));
    }

    /** By the name that a department's system has for it: created at the first time, said anew ever after. */
    Initiative put(ExternalRef ref, Actor by, Seen seen, Proposal said, Instant at) {
        ExternalRefs.requireOwn(by, ref.source());
        var proposal = said.knownAs(ref);
        var id = refs.findInTurn(KIND, ref);
        if (id.isPresent()) {
            return edit(UUID.fromString(id.get()), by, seen, present -> proposal, at);
        }
        seen.mustAllowCreation();
        return draft(by, proposal, by.feeds(ref.source()) ? ref.source() : null, at);
    }

    Initiative submit(UUID id, Actor by, Seen seen, Instant at) {
        return change(
                id, by, seen, InitiativeAction.SUBMIT, initiative -> initiative.submit(by, surroundings.at(at), at));
    }

    Initiative markDuplicate(UUID id, UUID of, Actor by, Seen seen, @Nullable String comment, Instant at) {
        lockBoth(id, of);
        return change(
                id,
                by,
                seen,
                InitiativeAction.MARK_DUPLICATE,
                initiative -> initiative.markDuplicate(by, target(id, of, by), comment, at));
    }

    Initiative merge(UUID id, UUID into, Actor by, Seen seen, @Nullable String comment, Instant at) {
        lockBoth(id, into);
        return change(
                id,
                by,
                seen,
                InitiativeAction.MERGE,
                initiative -> initiative.merge(by, target(id, into, by), comment, at));
    }

    /** The office takes what the assessors found. */
    public Initiative score(UUID id, Actor by, Seen seen, Function<Initiative, InitiativeScore> found, Instant at) {
        return change(
                id, by, seen, InitiativeAction.SCORE, initiative -> initiative.score(by, found.apply(initiative), at));
    }

    /** A meeting of the board puts it on its docket. */
    public Initiative docket(UUID id, Actor by, Reference meeting, Instant at) {
        return change(
                id,
                by,
                Seen.whatever(),
                InitiativeAction.DOCKET,
                initiative -> initiative.docket(by, meeting, day.of(at), at));
    }

    /** A meeting of the board decided. */
    public Initiative decide(UUID id, Actor by, BoardDecision decision, Instant at) {
        return change(
                id, by, Seen.whatever(), InitiativeAction.DECIDE, initiative -> initiative.decide(by, decision, at));
    }

    /** It becomes projects, which are made while it is locked. */
    public Initiative convert(UUID id, Actor by, Seen seen, Function<Initiative, List<Reference>> made, Instant at) {
        return change(id, by, seen, InitiativeAction.CONVERT, initiative -> {
            initiative.requireConvertible(by);
            return initiative.convert(by, made.apply(initiative), at);
        });
    }

    public Initiative close(UUID id, Actor by, Seen seen, List<String> openProjects, Instant at) {
        return change(id, by, seen, InitiativeAction.CLOSE, initiative -> initiative.close(by, openProjects, at));
    }

    /** Locked for change: whoever changes it together with something else locks it first. */
    public Initiative lockedFor(UUID id, Actor by) {
        return Optional.ofNullable(entities().find(Initiative.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.access().visibleTo(by))
                .orElseThrow(KNOWN_INITIATIVE::violated);
    }

    public Optional<Initiative> visible(UUID id, Actor by) {
        return Optional.ofNullable(entities().find(Initiative.class, id))
                .filter(found -> found.access().visibleTo(by));
    }

    /** As it is now, and it stays so until this transaction ends. */
    public Initiative held(UUID id, Actor by) {
        return Optional.ofNullable(entities().find(Initiative.class, id, LockModeType.PESSIMISTIC_READ))
                .filter(found -> found.access().visibleTo(by))
                .orElseThrow(Convention.NOT_FOUND::violated);
    }

    /** What only other records can tell; of no interest when nothing changes. */
    private List<InitiativeEvent> checked(Actor by, Initiative initiative, List<InitiativeEvent> events) {
        if (events.isEmpty()) {
            return events;
        }
        var proposal = initiative.proposal();
        var check = known.check(by)
                .department("/sponsoringDepartment", proposal.sponsoringDepartment())
                .vendor(proposal.vendor())
                .fundingLine(proposal.fundingLine());
        var affected = Optional.ofNullable(proposal.affectedDepartments()).orElse(List.of());
        affected.forEach(department -> check.department("/affectedDepartments", department));
        check.require();
        refs.requireFree(KIND, initiative.id().toString(), proposal.externalRefs());
        return events;
    }

    /** In the order of their ids, so that two callers cannot wait for each other. */
    private void lockBoth(UUID one, UUID other) {
        Stream.of(one, other)
                .distinct()
                .sorted()
                .forEach(id -> entities().find(Initiative.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Initiative target(UUID id, UUID other, Actor by) {
        OTHER_INITIATIVE.require(!id.equals(other));
        return Optional.ofNullable(entities().find(Initiative.class, other))
                .filter(found -> found.access().visibleTo(by))
                .orElseThrow(KNOWN_INITIATIVE::violated);
    }
}
