package city.c3po.charter.template;

import static city.c3po.charter.template.TemplateRule.TEMPLATE_FITS_TIER;
import static city.c3po.charter.template.TemplateRule.TEMPLATE_IN_FORCE;

import city.c3po.charter.project.Tier;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The template versions. */
@Singleton
public class CharterTemplates extends Aggregates<CharterTemplate, UUID, TemplateAction> {
    CharterTemplates(EntityManager entities, Journal journal) {
        super(CharterTemplate.class, entities, journal);
    }

    /** The version that a new charter takes: that of its approach if there is one, else the one for any. */
    public CharterTemplate inForce(Tier tier, @Nullable Variant approach) {
        return Optional.ofNullable(approach)
                .flatMap(variant -> adopted(tier, variant))
                .or(() -> adopted(tier, Variant.ANY))
                .orElseThrow(() -> TEMPLATE_IN_FORCE.violated(Map.of("tier", tier)));
    }

    /** The version a charter has. */
    public CharterTemplate of(UUID id) {
        return Optional.ofNullable(entities().find(CharterTemplate.class, id))
                .orElseThrow(() -> new IllegalStateException("a charter has a template that does not exist: " + id));
    }

    /** A version that a charter of this tier may be upgraded to. */
    public CharterTemplate forUpgrade(UUID id, Tier tier) {
        return Optional.ofNullable(entities().find(CharterTemplate.class, id))
                .filter(found -> found.tier() == tier && found.templateState() != TemplateState.DRAFT)
                .orElseThrow(TEMPLATE_FITS_TIER::violated);
    }

    /** Adopts a version and ends the one before it, in one transaction. */
    CharterTemplate adopt(UUID id, Actor by, Seen seen, Instant at) {
        awaitTurn();
        var draft = get(id, by);
        var former = adopted(draft.tier(), draft.variant());
        var adopted =
                change(id, by, seen, TemplateAction.ADOPT, template -> template.adopt(by, former.orElse(null), at));
        former.ifPresent(old -> change(
                old.id(),
                by,
                Seen.whatever(),
                TemplateAction.SUPERSEDE,
                template -> template.supersede(by, adopted, at)));
        return adopted;
    }

    boolean none(Tier tier) {
        return entities()
                        .createQuery("select count(t) from CharterTemplate t where t.tier = :tier", Long.class)
                        .setParameter("tier", tier)
                        .getSingleResult()
                == 0;
    }

    /** Adoptions take turns: each ends the one before it. */
    void awaitTurn() {
        entities()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('charter-template/adoption', 0))",
                        Integer.class)
                .getResultList();
    }

    private Optional<CharterTemplate> adopted(Tier tier, Variant variant) {
        return entities()
                .createQuery(
                        "from CharterTemplate where state = ADOPTED and tier = :tier and variant = :variant",
                        CharterTemplate.class)
                .setParameter("tier", tier)
                .setParameter("variant", variant)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }
}
