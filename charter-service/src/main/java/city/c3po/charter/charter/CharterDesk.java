package city.c3po.charter.charter;

import city.c3po.charter.charter.CharterView.SignOffBrief;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.web.Answer;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What all resources of charters share: who asks, when, and the answer with its sign-offs. */
@Singleton
public class CharterDesk {
    private final Charters charters;
    private final CurrentActor caller;
    private final InstantSource clock;
    private final EntityManager entities;

    CharterDesk(Charters charters, CurrentActor caller, InstantSource clock, EntityManager entities) {
        this.charters = charters;
        this.caller = caller;
        this.clock = clock;
        this.entities = entities;
    }

    /** A verb of the aggregate with everything but who and when. */
    public interface Verb {
        List<CharterEvent> on(Charter charter, Actor by, Instant at);
    }

    public RestResponse<CharterView> change(UUID id, Seen seen, CharterAction action, Verb verb) {
        var by = caller.get();
        return answer(charters.change(id, by, seen, action, charter -> verb.on(charter, by, clock.instant())));
    }

    RestResponse<CharterView> edit(UUID id, Seen seen, CharterAction action, Verb verb) {
        var by = caller.get();
        return answer(charters.edit(id, by, seen, action, charter -> verb.on(charter, by, clock.instant())));
    }

    public RestResponse<CharterView> answer(Charter charter) {
        var by = caller.get();
        return Answer.of(charter, by, CharterView.of(charter, by, signOffs(charter)));
    }

    public Actor by() {
        return caller.get();
    }

    public Instant now() {
        return clock.instant();
    }

    @SuppressWarnings("unchecked")
    private List<SignOffBrief> signOffs(Charter charter) {
        var round = charter.rounds().current();
        if (round == null) {
            return List.of();
        }
        List<Object[]> rows = entities.createNativeQuery(
                        "select seat, assignee, status, cast(version as text) from sign_off where charter = :charter and round = :round order by seat",
                        Object[].class)
                .setParameter("charter", charter.id())
                .setParameter("round", round.number())
                .getResultList();
        return rows.stream()
                .map(row -> new SignOffBrief(
                        (String) row[0],
                        charter.href() + "/sign-offs/" + row[0],
                        (String) row[1],
                        (String) row[2],
                        Statement.of(round.purpose(), String.valueOf(charter.number()), round.of(), (String) row[0]),
                        "\"" + row[3] + "\""))
                .toList();
    }
}
