package city.c3po.charter.project;

import static city.c3po.charter.project.ProjectRule.PROJECT_NOT_OPEN;
import static city.c3po.charter.project.ProjectRule.PROJECT_NOT_SEEN_YET;

import city.c3po.platform.rule.RuleViolation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The projects and departments that portfolio has told of. */
@Singleton
public class Projects {
    private static final int BREATH = 2;

    private final EntityManager entities;
    private final ObjectMapper lenient;

    Projects(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.lenient = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The project, if it still goes on; refuses otherwise. */
    public Project open(String id) {
        var project = known(id);
        PROJECT_NOT_OPEN.require(
                project.isOpen(), Map.of("project", project.reference(), "projectState", project.state()));
        return project;
    }

    /** The project, whatever became of it; refuses what was never told of. */
    public Project known(String id) {
        return find(id).orElseThrow(() -> PROJECT_NOT_SEEN_YET.violated(Map.of(RuleViolation.RETRY_AFTER, BREATH)));
    }

    public Optional<Project> find(String id) {
        return entities.createNativeQuery("select cast(state as text) from known_project where id = :id", String.class)
                .setParameter("id", id)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(state -> read((String) state))
                .findFirst();
    }

    /** Department → its head, of those that portfolio has told of and that have one. */
    @SuppressWarnings("unchecked")
    public Map<String, String> heads(List<String> departments) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select code, head from known_department where code in (:codes) and head is not null",
                        Object[].class)
                .setParameter("codes", departments.isEmpty() ? List.of("") : departments)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private Project read(String state) {
        try {
            return lenient.readValue(state, Project.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a project was taken that cannot be read", e);
        }
    }
}
