package city.c3po.inventory.attestation;

import static city.c3po.inventory.attestation.AttestationRule.ASSETS_OR_ALL;

import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.time.CityCalendar;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The attestations of departments, and the clock that escalates and closes them. */
@Singleton
class Attestations extends Aggregates<Attestation, UUID, AttestationAction> {
    private static final String PRESSING = """
            select id from attestation
            where state = 'OPEN' and due_at < :at or state = 'ESCALATED' and closes_on < :today
            order by id limit 200""";

    private final AttestedAssets assets;
    private final CityCalendar calendar;

    Attestations(
            EntityManager entities,
            Journal journal,
            AttestedAssets assets,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        super(Attestation.class, entities, journal);
        this.assets = assets;
        this.calendar = new CityCalendar(zone, Set.of());
    }

    /** @param which null: all that are left, which the caller says with all */
    Attestation confirm(
            UUID id,
            @Nullable List<UUID> which,
            boolean all,
            @Nullable String remark,
            Actor by,
            Seen seen,
            Instant at) {
        ASSETS_OR_ALL.require(all == (which == null));
        return edit(
                id,
                by,
                seen,
                AttestationAction.CONFIRM,
                one -> one.confirm(by, () -> assets.confirm(id, which, by, at), remark, at));
    }

    void callOff(UUID campaign, String reason, Actor by, Instant at) {
        changeAll(unfinished(campaign), by, AttestationAction.CALL_OFF, one -> one.callOff(by, reason, at));
    }

    private List<UUID> unfinished(UUID campaign) {
        return entities()
                .createNativeQuery("""
                        select id from attestation
                        where campaign ->> 'id' = :campaign and state in ('OPEN', 'ESCALATED') order by id""", UUID.class)
                .setParameter("campaign", campaign.toString())
                .getResultList();
    }

    /** Those whose due date, or whose last day, is over; a page of them. */
    List<UUID> pressing(Instant at) {
        return entities()
                .createNativeQuery(PRESSING, UUID.class)
                .setParameter("at", at)
                .setParameter("today", calendar.dateOf(at))
                .getResultList();
    }

    /** Of two replicas the second finds what the first did. */
    void look(UUID id, Instant at) {
        edit(
                id,
                Itself.ACTOR,
                Seen.whatever(),
                AttestationAction.LOOK,
                one -> one.lookAtTheClock(calendar.dateOf(at), at));
    }
}
