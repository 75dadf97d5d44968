package city.c3po.portfolio.statusreport;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.portfolio.project.Colour;
import city.c3po.portfolio.project.ProjectParts;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The register of divergences. */
@Singleton
class Divergences extends ProjectParts<Divergence, DivergenceAction> {
    Divergences(EntityManager entities, Journal journal) {
        super(Divergence.class, entities, journal);
    }

    /** Every colour of a published report that is not the computed one. */
    void register(StatusReport report, Actor by, Instant at) {
        var standing = report.standing();
        if (standing.diverges()) {
            register(
                    report,
                    null,
                    standing.computed(),
                    standing.reported(),
                    report.text().reason(),
                    by,
                    at);
        }
        standing.dimensions().stream()
                .filter(DimensionStatus::diverges)
                .forEach(
                        one -> register(report, one.dimension(), one.computed(), one.reported(), one.reason(), by, at));
    }

    private void register(
            StatusReport report,
            @Nullable Dimension dimension,
            @Nullable Colour computed,
            @Nullable Colour reported,
            @Nullable String reason,
            Actor by,
            Instant at) {
        var fresh = new Divergence(
                report,
                dimension,
                Objects.requireNonNull(computed),
                Objects.requireNonNull(reported),
                Objects.requireNonNull(reason),
                by,
                at);
        add(fresh, by, divergence -> divergence.register(at));
    }
}
