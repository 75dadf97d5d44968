package city.c3po.charter.template;

import city.c3po.charter.project.CityDays;
import city.c3po.charter.project.Tier;
import city.c3po.platform.actor.Actor;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Locale;

/**
 * The standard templates: data in {@code templates/}, adopted when the service starts on an empty database, so that the
 * first charter has one; a migration could not journal them.
 */
@Singleton
public class ShippedTemplates {
    private static final int PATIENCE_SECONDS = 300;

    private final CharterTemplates templates;
    private final ObjectMapper json;
    private final CityDays days;
    private final InstantSource clock;

    ShippedTemplates(CharterTemplates templates, ObjectMapper json, CityDays days, InstantSource clock) {
        this.templates = templates;
        this.json = json;
        this.days = days;
        this.clock = clock;
    }

    /** However slow a first start is on a machine that has other work, it must not fail of that. */
    @Transactional
    @TransactionConfiguration(timeout = PATIENCE_SECONDS)
    void adopt(@Observes StartupEvent started) {
        templates.awaitTurn();
        var now = clock.instant();
        for (var tier : Tier.values()) {
            if (templates.none(tier)) {
                var year = days.calendar().dateOf(now).getYear();
                var template = new CharterTemplate(tier, Variant.ANY, text(tier, json), year, now);
                templates.add(template, Actor.SYSTEM, fresh -> fresh.shipped(now));
            }
        }
    }

    public static TemplateText text(Tier tier, ObjectMapper json) {
        var file = "/templates/" + tier.name().toLowerCase(Locale.ROOT) + ".json";
        try (var in = ShippedTemplates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the service ships without " + file);
            }
            return json.readValue(in, TemplateText.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
