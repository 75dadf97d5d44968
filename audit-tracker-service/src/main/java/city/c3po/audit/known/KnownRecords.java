package city.c3po.audit.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the others told; each question is one statement that an index answers. */
public final class KnownRecords {
    private static final String SELECT = "select type, id, state, access from known_record where ";

    private final Connection connection;
    private final ObjectMapper json;

    public KnownRecords(Connection connection, ObjectMapper json) {
        this.connection = connection;
        this.json = json;
    }

    public Optional<Told> find(String type, String id) {
        return ask(SELECT + "type = ? and id = ?", type, id).stream().findFirst();
    }

    /** A project has one charter that was not cancelled. */
    public Optional<Told> charterOf(String project) {
        return ofProject("charter", project).stream()
                .filter(charter -> !charter.says("/state", "CANCELLED"))
                .findFirst();
    }

    public List<Told> engagementsOf(String project) {
        return ofProject("engagement", project);
    }

    public List<Told> lessonsOf(String project) {
        return ofProject("lesson", project);
    }

    private List<Told> ofProject(String type, String project) {
        return ask(
                SELECT + "type in ('charter', 'engagement', 'lesson') and state #>> '{project,id}' = ?"
                        + " and type = ? order by id",
                project,
                type);
    }

    public List<Told> documentsOf(String charter) {
        return ask(SELECT + "type = 'document' and state #>> '{charter,id}' = ?", charter);
    }

    public List<Told> evaluationsOf(String engagement) {
        return ask(SELECT + "type = 'evaluation' and state #>> '{engagement,id}' = ?", engagement);
    }

    public List<Told> projectsOf(String initiative) {
        return ask(SELECT + "type = 'project' and state #>> '{initiative,id}' = ? order by id", initiative);
    }

    /** Whether a board gave it a place. */
    public boolean isRanked(String initiative) {
        var place = json.createArrayNode();
        place.addObject().putObject("initiative").put("id", initiative);
        return !ask(SELECT + "type = 'ranking' and state -> 'places' @> ?::jsonb limit 1", place.toString())
                .isEmpty();
    }

    public Optional<Told> lastPublishedReport() {
        return ask(SELECT + "type = 'report' and state ->> 'publishedAt' is not null"
                        + " order by state ->> 'publishedAt' desc limit 20")
                .stream()
                .filter(report -> report.says("/state", "PUBLISHED"))
                .findFirst();
    }

    private List<Told> ask(String sql, String... arguments) {
        try (var query = connection.prepareStatement(sql)) {
            for (int place = 0; place < arguments.length; place++) {
                query.setString(place + 1, arguments[place]);
            }
            return read(query);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("what was told cannot be read", e);
        }
    }

    private List<Told> read(PreparedStatement query) throws SQLException, JsonProcessingException {
        try (var rows = query.executeQuery()) {
            var found = new ArrayList<Told>();
            while (rows.next()) {
                found.add(new Told(
                        rows.getString(1), rows.getString(2), json.readTree(rows.getString(3)), rows.getString(4)));
            }
            return found;
        }
    }
}
