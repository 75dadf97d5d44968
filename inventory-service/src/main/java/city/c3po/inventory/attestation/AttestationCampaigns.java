package city.c3po.inventory.attestation;

import static city.c3po.inventory.attestation.AttestationRule.DUE_DATE_TO_COME;
import static city.c3po.inventory.attestation.AttestationRule.SOMETHING_TO_ATTEST;

import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.time.CityCalendar;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The campaigns, and the attestations that they open, call off and wait for. */
@Singleton
class AttestationCampaigns extends Aggregates<AttestationCampaign, UUID, CampaignAction> {
    private static final String RESULT = """
            select cast(count(*) as int) as departments, cast(coalesce(sum(confirmed), 0) as int) as confirmed,
                   cast(coalesce(sum(total), 0) as int) as total
            from attestation where campaign ->> 'id' = :id""";

    private final AttestedAssets assets;
    private final Attestations attestations;
    private final ZoneId zone;
    private final CityCalendar calendar;

    AttestationCampaigns(
            EntityManager entities,
            Journal journal,
            AttestedAssets assets,
            Attestations attestations,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        super(AttestationCampaign.class, entities, journal);
        this.assets = assets;
        this.attestations = attestations;
        this.zone = zone;
        this.calendar = new CityCalendar(zone, Set.of());
    }

    AttestationCampaign open(AttestationCampaign.Wish wish, Actor by, Instant at) {
        var today = calendar.dateOf(at);
        DUE_DATE_TO_COME.require(!wish.dueOn().isBefore(today));
        var dueAt = wish.dueOn().plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
        var opened =
                add(new AttestationCampaign(by, today.getYear(), wish, dueAt, at), by, fresh -> fresh.open(by, at));
        SOMETHING_TO_ATTEST.require(assets.freeze(opened.id(), wish.departments(), by, at) > 0);
        return opened;
    }

    AttestationCampaign callOff(UUID id, String reason, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, CampaignAction.CALL_OFF, one -> {
            var events = one.callOff(by, reason, at);
            attestations.callOff(id, reason, by, at);
            return events;
        });
    }

    /** Those whose attestations are all closed. */
    List<UUID> done() {
        return entities().createNativeQuery("""
                        select c.id from attestation_campaign c
                        where c.state = 'OPEN' and not exists (
                            select from attestation t
                            where t.campaign ->> 'id' = cast(c.id as text) and t.state in ('OPEN', 'ESCALATED'))
                        order by c.id limit 200""", UUID.class).getResultList();
    }

    /** Of two replicas the second finds what the first did. */
    void close(UUID id, Instant at) {
        edit(id, Itself.ACTOR, Seen.whatever(), CampaignAction.CLOSE, one -> {
            if (one.campaignState() != CampaignState.OPEN) {
                return List.of();
            }
            var result = (Tuple) entities()
                    .createNativeQuery(RESULT, Tuple.class)
                    .setParameter("id", id.toString())
                    .getSingleResult();
            return one.close(
                    Itself.ACTOR,
                    new AttestationCampaignEvent.Closed(
                            result.get("departments", Integer.class),
                            result.get("confirmed", Integer.class),
                            result.get("total", Integer.class),
                            at));
        });
    }
}
