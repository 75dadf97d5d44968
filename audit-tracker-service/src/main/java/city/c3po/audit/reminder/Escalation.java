package city.c3po.audit.reminder;

import city.c3po.audit.known.Departments;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who is asked: the owners, then the head of the department, then the city manager. */
@Singleton
public class Escalation {
    private final Departments departments;
    private final Optional<String> manager;

    Escalation(Departments departments, @ConfigProperty(name = "c3po.audit.city-manager") Optional<String> manager) {
        this.departments = departments;
        this.manager = manager;
    }

    /** How far up it goes. */
    public enum Level {
        OWNER,
        DEPARTMENT_HEAD,
        CITY_MANAGER;

        /** @param left days until it is due; negative when it was */
        public static Level of(long left) {
            if (left > -7) {
                return OWNER;
            }
            return left > -28 ? DEPARTMENT_HEAD : CITY_MANAGER;
        }
    }

    /** @param left days until it is due; negative when it was */
    public List<String> people(List<String> owners, String department, long left) {
        var head = departments.head(department).stream();
        var asked = switch (Level.of(left)) {
            case OWNER -> owners.isEmpty() ? head : owners.stream();
            case DEPARTMENT_HEAD -> Stream.concat(owners.stream(), head);
            case CITY_MANAGER -> Stream.concat(Stream.concat(owners.stream(), head), manager.stream());
        };
        return asked.distinct().toList();
    }
}
