package city.c3po.charter.engagement;

import static city.c3po.charter.engagement.EngagementRule.EXTERNAL_REF_TAKEN;
import static city.c3po.charter.engagement.EngagementRule.OWN_SOURCE;

import city.c3po.charter.project.CityDays;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.ExternalRef;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The engagements. */
@Singleton
public class Engagements extends Aggregates<Engagement, UUID, EngagementAction> {
    private final CityDays days;

    Engagements(EntityManager entities, Journal journal, CityDays days) {
        super(Engagement.class, entities, journal);
        this.days = days;
    }

    Engagement record(Actor by, EngagementTerms said, @Nullable String source, Instant at) {
        var year = days.calendar().dateOf(at).getYear();
        requireFree(null, said.refs());
        return add(new Engagement(by, said, source, year, at), by, engagement -> engagement.record(at));
    }

    Engagement edit(UUID id, Actor by, Seen seen, UnaryOperator<EngagementTerms> better, Instant at) {
        return edit(id, by, seen, EngagementAction.EDIT, engagement -> {
            var said = better.apply(engagement.terms());
            requireFree(id, said.refs());
            return engagement.edit(by, said, at);
        });
    }

    /** By the name that the procurement system has for it: recorded at the first time, said anew ever after. */
    Engagement put(ExternalRef ref, Actor by, Seen seen, EngagementTerms said, Instant at) {
        OWN_SOURCE.require(!by.has(Roles.FEEDER) || by.feeds(ref.source()));
        entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", "engagement/" + ref)
                .getResultList();
        var terms = said.knownAs(ref);
        var known = find(ref);
        if (known.isPresent()) {
            return edit(known.get(), by, seen, present -> terms, at);
        }
        seen.mustAllowCreation();
        return record(by, terms, by.feeds(ref.source()) ? ref.source() : null, at);
    }

    private Optional<UUID> find(ExternalRef ref) {
        List<?> found = entities()
                .createNativeQuery(
                        "select engagement from external_ref where source = :source and key = :key", UUID.class)
                .setParameter("source", ref.source())
                .setParameter("key", ref.key())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    private void requireFree(@Nullable UUID id, List<ExternalRef> refs) {
        for (var ref : refs) {
            find(ref).filter(holder -> !holder.equals(id)).ifPresent(holder -> {
                throw EXTERNAL_REF_TAKEN.violated(Map.of("takenBy", holder));
            });
        }
    }

    /** What an evaluation of its vendor needs to know. */
    public EngagementTerms termsOf(UUID id, Actor by) {
        return get(id, by).terms();
    }

    /** With a position that stands empty. */
    List<UUID> withVacancies() {
        List<?> found = entities()
                .createNativeQuery(
                        "select id from engagement where jsonb_path_exists(positions, '$[*] ? (@.vacantSince != null && @.gap == false)')",
                        UUID.class)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }
}
