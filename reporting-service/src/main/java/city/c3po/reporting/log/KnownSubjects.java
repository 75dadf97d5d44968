package city.c3po.reporting.log;

import city.c3po.platform.actor.Access;
import city.c3po.platform.event.InboxSubject;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How subjects stand at the head of the log. */
public final class KnownSubjects {
    private static final String SUBJECT =
            "s.type, s.id, s.number, s.href, s.version, s.present, s.state::text, s.access::text, s.inherited, s.source";

    /** A record that names a project, and whose it is. */
    public record Dependent(Subject subject, String source) {}

    private final Connection connection;

    KnownSubjects(Connection connection) {
        this.connection = connection;
    }

    /** Those of these subjects that the log knows. */
    public Map<InboxSubject, Subject> of(Collection<InboxSubject> names) throws SQLException {
        var known = new HashMap<InboxSubject, Subject>();
        try (var query = connection.prepareStatement("select " + SUBJECT
                + " from unnest(?::text[], ?::text[]) as n (type, id) join subject s using (type, id)")) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", names.stream().map(InboxSubject::type).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", names.stream().map(InboxSubject::id).toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var subject = subject(row);
                    known.put(subject.name(), subject);
                }
            }
        }
        return known;
    }

    /** The records that are there and name this project. */
    public List<Dependent> dependents(String project) throws SQLException {
        try (var query = connection.prepareStatement(
                "select " + SUBJECT + " from subject s where s.project = ? and s.present order by s.type, s.id")) {
            query.setString(1, project);
            try (var row = query.executeQuery()) {
                var found = new ArrayList<Dependent>();
                while (row.next()) {
                    found.add(new Dependent(subject(row), row.getString(10)));
                }
                return found;
            }
        }
    }

    private static Subject subject(ResultSet row) throws SQLException {
        try {
            @Nullable String state = row.getString(7);
            return new Subject(
                    new InboxSubject(row.getString(1), row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getBoolean(6),
                    state == null ? null : ChangeLog.JSON.readTree(state),
                    ChangeLog.JSON.readValue(row.getString(8), Access.class),
                    List.of((String[]) row.getArray(9).getArray()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds what is no JSON", e);
        }
    }
}
