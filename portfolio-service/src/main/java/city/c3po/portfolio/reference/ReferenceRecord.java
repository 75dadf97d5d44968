package city.c3po.portfolio.reference;

import static city.c3po.portfolio.reference.ReferenceRule.ADMIN_OR_SOURCE;
import static city.c3po.portfolio.reference.ReferenceRule.OWN_SOURCE;
import static city.c3po.portfolio.reference.ReferenceRule.SAMPLE_DATA_IS_FIXED;
import static city.c3po.portfolio.reference.ReferenceRule.SOURCE_SAID;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record of reference data: a key, what was last said about it, and by which source. Whoever is its source may say it
 * again, and so may a policy admin; saying the same again is no change.
 */
@MappedSuperclass
abstract class ReferenceRecord<S extends Said<S>> extends Aggregate<ReferenceAction> {
    @Id
    private String id;

    @Column(updatable = false)
    private boolean sampleData;

    private @Nullable String source;
    private @Nullable Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReferenceRecord() {}

    ReferenceRecord(String id, Actor by, S said) {
        this.id = id;
        this.source = said.source() == null ? soleSourceOf(by) : said.source();
        this.sampleData = Boolean.TRUE.equals(said.sampleData());
    }

    abstract ReferenceKind kind();

    /** What was last said; null before the first time. */
    abstract @Nullable S said();

    abstract void hear(S said);

    /** Once it is on record. */
    S present() {
        return Objects.requireNonNull(said());
    }

    List<ReferenceEvent> record(Actor by, S said, Instant at) {
        permits(by, ReferenceAction.RECORD);
        var origin = said.source() == null ? source : said.source();
        OWN_SOURCE.require(by.has(Roles.POLICY_ADMIN) || (origin != null && by.feeds(origin)));
        SAMPLE_DATA_IS_FIXED.require(said.sampleData() == null || said.sampleData() == sampleData);
        var settled = said.settled(origin, sampleData);
        if (settled.equals(said())) {
            return List.of();
        }
        hear(settled);
        source = origin;
        recordedAt = at;
        return List.of(new ReferenceEvent.Recorded(kind(), id, origin, at));
    }

    @Override
    public String id() {
        return id;
    }

    String href() {
        return kind().href(id);
    }

    @Nullable String source() {
        return source;
    }

    List<String> sources() {
        return source == null ? List.of() : List.of(source);
    }

    Instant recordedAt() {
        return Objects.requireNonNull(recordedAt);
    }

    @Override
    protected Set<ReferenceAction> actions() {
        return EnumSet.allOf(ReferenceAction.class);
    }

    @Override
    protected boolean possible(ReferenceAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, ReferenceAction action) {
        if (!by.has(Roles.POLICY_ADMIN)) {
            ADMIN_OR_SOURCE.require(by.has(Roles.FEEDER));
            OWN_SOURCE.require(source != null && by.feeds(source));
        }
    }

    /** A feeder that speaks for one system need not name it. */
    private static @Nullable String soleSourceOf(Actor by) {
        if (by.has(Roles.POLICY_ADMIN) || !by.has(Roles.FEEDER)) {
            return null;
        }
        SOURCE_SAID.require(by.sources().size() < 2);
        return by.sources().stream().findFirst().orElse(null);
    }
}
