package city.c3po.portfolio.initiative;

import city.c3po.portfolio.triage.Triage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an initiative said and how it was triaged at each of its revisions, read from the journal: it has every state and
 * every result already.
 */
@Singleton
class InitiativeJournal {
    /**
     * What was submitted, or changed after that.
     *
     * @param version of the initiative, after it
     * @param by subject of who submitted or revised it
     */
    @Schema(name = "InitiativeRevision", description = "What an initiative said at one of its revisions.")
    record Revision(
            int revision,

            @Schema(description = "Version of the initiative after it.")
            long version,

            Instant at,

            @Schema(description = "Subject of who submitted or revised it.")
            String by,

            Proposal proposal,

            @Schema(description = "What the triage of this revision said.")
            InitiativeView.@Nullable Result triage) {}

    private final EntityManager entities;
    private final ObjectMapper json;

    InitiativeJournal(EntityManager entities, ObjectMapper rest) {
        this.entities = entities;
        // what an older or newer version of the service wrote has members that this one does not know
        this.json = rest.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Revisions after the given version of the initiative, oldest first. */
    List<Revision> revisions(UUID initiative, long afterVersion, int limit) {
        return rows("""
                        select version, occurred_at, actor, state::text as document from journal
                        where aggregate_type = 'initiative' and aggregate_id = :id
                          and type in ('city.c3po.initiative.submitted.v1', 'city.c3po.initiative.revised.v1')
                          and state is not null and version > :after
                        order by version limit :limit""", initiative, afterVersion, limit).stream()
                .map(row -> {
                    var state = read(row.get("document", String.class), JsonNode.class);
                    return new Revision(
                            state.path("revision").intValue(),
                            row.get("version", Number.class).longValue(),
                            row.get("occurred_at", Instant.class),
                            row.get("actor", String.class),
                            json.convertValue(state, Proposal.class),
                            json.convertValue(state.get("triage"), InitiativeView.Result.class));
                })
                .toList();
    }

    /** Results of triage after the given version of the initiative, oldest first, overrides included. */
    List<PastTriage> triages(UUID initiative, long afterVersion, int limit) {
        return rows("""
                        select version, occurred_at, actor, (fact -> 'triage')::text as document from journal
                        where aggregate_type = 'initiative' and aggregate_id = :id
                          and type in ('city.c3po.initiative.triaged.v1', 'city.c3po.initiative.triageOverridden.v1')
                          and fact is not null and version > :after
                        order by version limit :limit""", initiative, afterVersion, limit).stream()
                .map(row -> new PastTriage(
                        row.get("version", Number.class).longValue(),
                        read(row.get("document", String.class), Triage.class)))
                .toList();
    }

    /** @param version of the initiative, after it */
    @Schema(name = "PastTriage", description = "A triage, and the initiative's version after it.")
    record PastTriage(
            @Schema(description = "Version of the initiative after it.")
            long version,

            Triage triage) {}

    private List<Tuple> rows(String sql, UUID initiative, Number after, int limit) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", initiative.toString())
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
    }

    private <T> T read(String document, Class<T> type) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds what this service cannot read", e);
        }
    }
}
