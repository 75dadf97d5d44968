package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterRule.KNOWN_DECISION;
import static city.c3po.charter.charter.CharterRule.LOG_NOT_FULL;

import city.c3po.platform.actor.Actor;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What was discussed, decided and remarked along the way: entries are added and never change. */
@Embeddable
public class CharterLog {
    private static final int LIMIT = 500;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Session> sessions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Decision> decisions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Comment> comments = List.of();

    CharterEvent hold(Session session, Instant at) {
        LOG_NOT_FULL.require(sessions.size() < LIMIT);
        sessions = and(sessions, session);
        return new CharterEvent.SessionHeld(session, at);
    }

    CharterEvent decide(Decision decision, Instant at) {
        LOG_NOT_FULL.require(decisions.size() < LIMIT);
        var over = decision.supersedes();
        KNOWN_DECISION.require(over == null || (over >= 1 && over <= decisions.size()));
        decisions = and(decisions, decision);
        return new CharterEvent.DecisionRecorded(decision, at);
    }

    void comment(Actor by, CharterAction action, @Nullable String text, Instant at) {
        if (text != null) {
            comments = and(comments, new Comment(action, text, by.sub(), at));
        }
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    private static <T> List<T> and(List<T> entries, T entry) {
        return Stream.concat(entries.stream(), Stream.of(entry)).toList();
    }

    public List<Session> sessions() {
        return sessions;
    }

    public List<Decision> decisions() {
        return decisions;
    }

    List<Comment> comments() {
        return comments;
    }
}
