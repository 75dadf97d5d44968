package city.c3po.portfolio.triage;

import city.c3po.platform.value.Reference;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Tries a policy on the portfolio as it is. The inputs of each triage are kept with its result, so nothing else is read,
 * and the rows are streamed: the memory holds the changes, not the portfolio.
 */
@Singleton
class Simulations {
    private static final int AT_ONCE = 500;
    private static final String GO_ON = """
            select cast(id as text), number, triage ->> 'outcome', cast(triage -> 'inputs' as text),
                   cast(triage -> 'override' as text), cast(triage -> 'aggregation' as text)
            from initiative
            where triage is not null and state not in ('DRAFT', 'REJECTED', 'CLOSED', 'WITHDRAWN', 'DUPLICATE', 'MERGED')
            order by number, id""";

    private final EntityManager entities;
    private final ObjectMapper json;

    Simulations(EntityManager entities, ObjectMapper rest) {
        this.entities = entities;
        // what an older or newer version of the service wrote has members that this one does not know
        this.json = rest.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    Simulation of(TriagePolicy policy) {
        var changes = new ArrayList<Simulation.Change>();
        var moves = new TreeMap<String, Integer>();
        var looked = new AtomicInteger();
        try (var rows = entities.unwrap(Session.class)
                .createNativeQuery(GO_ON, Object[].class)
                .setReadOnly(true)
                .setFetchSize(AT_ONCE)
                .getResultStream()) {
            rows.forEach(row -> {
                looked.incrementAndGet();
                var from = Outcome.valueOf((String) row[2]);
                var to = said(policy, row);
                if (from != to) {
                    var id = (String) row[0];
                    var initiative = new Reference("initiative", id, (String) row[1], "/v1/initiatives/" + id);
                    changes.add(new Simulation.Change(initiative, from, to));
                    moves.merge(from + "→" + to, 1, Integer::sum);
                }
            });
        }
        return new Simulation(policy.reference(), looked.get(), changes.size(), moves, changes);
    }

    /** As a revision would be triaged: a step up that two people took outlives it, a step down does not. */
    private Outcome said(TriagePolicy policy, Object[] row) {
        var inputs = read(row[3], TriageInputs.class);
        var byCriteria = Outcome.of(policy.ask(Objects.requireNonNull(inputs)).stream()
                .map(Finding::answer)
                .toList());
        var override = read(row[4], TriageOverride.class);
        if (override != null && override.to() == Outcome.MAJOR) {
            return Outcome.MAJOR;
        }
        var together = read(row[5], Aggregation.class);
        return byCriteria == Outcome.MINOR && together != null && together.isAbove(policy.costLine())
                ? Outcome.AGGREGATION_REVIEW
                : byCriteria;
    }

    private <T> @Nullable T read(@Nullable Object document, Class<T> type) {
        try {
            return document == null ? null : json.readValue((String) document, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a triage that this service cannot read", e);
        }
    }
}
