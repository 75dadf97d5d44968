package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterRule.ONE_CHARTER_PER_PROJECT;

import city.c3po.charter.project.CityDays;
import city.c3po.charter.project.Projects;
import city.c3po.charter.template.CharterTemplates;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Changes;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The charters, and what they need to know of other records before they change. */
@Singleton
public class Charters extends Aggregates<Charter, UUID, CharterAction> {
    private final Projects projects;
    private final CharterTemplates templates;
    private final SurroundingsReader surroundings;
    private final Canonical canonical;
    private final CityDays days;
    private final ObjectMapper json;

    Charters(
            EntityManager entities,
            Journal journal,
            Projects projects,
            CharterTemplates templates,
            SurroundingsReader surroundings,
            Canonical canonical,
            CityDays days,
            ObjectMapper json) {
        super(Charter.class, entities, journal);
        this.projects = projects;
        this.templates = templates;
        this.surroundings = surroundings;
        this.canonical = canonical;
        this.days = days;
        this.json = json;
    }

    Charter draft(Actor by, NewCharter said, Instant at) {
        var project = projects.open(said.project());
        ofProject(said.project()).ifPresent(other -> {
            throw ONE_CHARTER_PER_PROJECT.violated(Map.of("charter", other));
        });
        var content = said.content() == null ? CharterContent.EMPTY : said.content();
        var template = templates.inForce(project.tierOrMost(), content.approachKind());
        var sample = said.sampleData() != null ? said.sampleData() : Boolean.TRUE.equals(project.sampleData());
        var year = days.calendar().dateOf(at).getYear();
        var fresh = new Charter(by, project, template, said.title(), content, sample, year, at);
        var heads = projects.heads(project.departments());
        var seats = said.seats() == null ? List.<SeatHolding>of() : said.seats();
        return add(fresh, by, charter -> charter.draft(by, project, heads, seats, at));
    }

    /** The one that is not cancelled, as a reference: the database allows no second. */
    @SuppressWarnings("unchecked")
    private Optional<Reference> ofProject(String project) {
        List<Object[]> found = entities()
                .createNativeQuery(
                        "select cast(id as text), number from charter where project ->> 'id' = :project and state <> 'CANCELLED'",
                        Object[].class)
                .setParameter("project", project)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return found.stream()
                .map(row -> new Reference("charter", (String) row[0], (String) row[1], "/v1/charters/" + row[0]))
                .findFirst();
    }

    /** In the order charter, then sign-off: everybody who signs or ends a signing takes this lock first. */
    public Charter locked(UUID id, Actor by) {
        var charter = get(id, by);
        entities().lock(charter, LockModeType.PESSIMISTIC_WRITE);
        entities().refresh(charter);
        return charter;
    }

    public Completeness completeness(Charter charter, Instant at) {
        return completeness(charter, charter.wording().content(), at);
    }

    private Completeness completeness(Charter charter, CharterContent content, Instant at) {
        return Completeness.of(
                charter,
                content,
                templates.of(UUID.fromString(charter.template().id())).text(),
                json.valueToTree(content),
                surroundings.of(charter.id(), charter.project().id(), at));
    }

    /** Freezes the content and begins to have it signed. */
    public Charter startCommitment(UUID id, Actor by, Seen seen, Instant due, Instant at) {
        return change(id, by, seen, CharterAction.COMMIT, charter -> {
            charter.requirePossible(by, CharterAction.COMMIT);
            projects.open(charter.project().id());
            var frozen = freeze(charter, charter.wording().content(), at);
            return charter.startCommitment(by, completeness(charter, at), frozen.hash(), due, at);
        });
    }

    /** Freezes an amended content and begins to have it signed; the version in force stays so until all have. */
    public Charter startAmendment(
            UUID id, Actor by, Seen seen, CharterContent said, String reason, Instant due, Instant at) {
        return change(id, by, seen, CharterAction.AMEND, charter -> {
            charter.requirePossible(by, CharterAction.AMEND);
            var better = said.keyed();
            var frozen = freeze(charter, better, at);
            return charter.startAmendment(
                    by,
                    better,
                    reason,
                    changed(charter.wording().content(), better).stream()
                            .map(Changes.Change::path)
                            .toList(),
                    completeness(charter, better, at),
                    frozen.hash(),
                    due,
                    at);
        });
    }

    List<Changes.Change> changed(CharterContent before, CharterContent after) {
        return Changes.between(json.valueToTree(before), json.valueToTree(after));
    }

    /** What is signed: the content, who signs it, and which documents it rests on. */
    private Frozen freeze(Charter charter, CharterContent content, Instant at) {
        var around = surroundings.of(charter.id(), charter.project().id(), at);
        var number = charter.commitment().contentVersion() + 1;
        var text = new LinkedHashMap<String, Object>();
        text.put("charter", charter.id());
        text.put("number", charter.number());
        text.put("title", charter.wording().title());
        text.put("version", number);
        text.put("project", charter.project());
        text.put("template", charter.template());
        text.put("departments", charter.departments());
        text.put("seats", charter.roster().seats().stream().map(Charters::asked).toList());
        text.put("content", content);
        text.put("documents", around.documentHashes());
        return keep(charter, Frozen.Kind.CONTENT, number, text, at);
    }

    private static Map<String, Object> asked(Seat seat) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("key", seat.key());
        asked.put("person", seat.person());
        asked.put("authorityBasis", seat.authorityBasis());
        return asked;
    }

    /** Keeps a text to be signed, under its hash. */
    public Frozen keep(Charter charter, Frozen.Kind kind, int number, Object text, Instant at) {
        var said = canonical.text(text);
        var frozen = new Frozen(kind, number, Canonical.sha256(said), said, at);
        entities()
                .createNativeQuery(
                        "insert into frozen_text (charter, kind, number, hash, canonical, frozen_at) values (:charter, :kind, :number, :hash, :canonical, :at) on conflict do nothing")
                .setParameter("charter", charter.id())
                .setParameter("kind", kind.name())
                .setParameter("number", number)
                .setParameter("hash", frozen.hash())
                .setParameter("canonical", said)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return frozen;
    }

    /** Oldest first. */
    @SuppressWarnings("unchecked")
    public List<Frozen> frozen(UUID charter) {
        List<Object[]> rows = entities()
                .createNativeQuery(
                        "select kind, number, hash, canonical, frozen_at from frozen_text where charter = :charter order by frozen_at, number",
                        Object[].class)
                .setParameter("charter", charter)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream()
                .map(row -> new Frozen(
                        Frozen.Kind.valueOf((String) row[0]),
                        ((Number) row[1]).intValue(),
                        (String) row[2],
                        (String) row[3],
                        instant(row[4])))
                .toList();
    }

    private static Instant instant(Object column) {
        return switch (column) {
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            default -> throw new IllegalStateException("no time: " + column.getClass());
        };
    }

    public Frozen frozenContent(UUID charter, int version) {
        return frozen(charter).stream()
                .filter(frozen -> frozen.kind() == Frozen.Kind.CONTENT && frozen.number() == version)
                .findFirst()
                .orElseThrow(Convention.NOT_FOUND::violated);
    }

    Charter upgradeTemplate(UUID id, UUID template, Actor by, Seen seen, Instant at) {
        return edit(
                id,
                by,
                seen,
                CharterAction.UPGRADE_TEMPLATE,
                charter -> charter.upgradeTemplate(by, templates.forUpgrade(template, charter.tier()), at));
    }

    /** What an upgrade would ask differently: today's template against the one named, or the one in force. */
    List<Changes.Change> templateDifference(Charter charter, @Nullable UUID other) {
        var present = templates.of(UUID.fromString(charter.template().id()));
        var newer = other == null
                ? templates.inForce(charter.tier(), charter.wording().content().approachKind())
                : templates.forUpgrade(other, charter.tier());
        return Changes.between(
                json.valueToTree(Objects.requireNonNull(present.text())), json.valueToTree(newer.text()));
    }
}
