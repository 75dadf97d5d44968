package city.c3po.reporting.log;

import city.c3po.platform.actor.Access;
import city.c3po.platform.event.InboxSubject;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the log has brought a record.
 *
 * @param present false once it was removed, and as long as only a gap is known of it
 * @param state null where it was erased
 * @param inherited the programs that it belongs to through its project, by id and number
 */
public record Subject(
        InboxSubject name,
        @Nullable String number,
        @Nullable String href,
        long version,
        boolean present,
        @Nullable JsonNode state,
        Access access,
        List<String> inherited) {
    private static final String PROJECT = "project";

    public Subject {
        inherited = List.copyOf(inherited);
    }

    public boolean isProject() {
        return name.type().equals(PROJECT);
    }

    /** The project that its state names; null where it names none. */
    public @Nullable InboxSubject project() {
        return projectOf(state);
    }

    public static @Nullable InboxSubject projectOf(@Nullable JsonNode state) {
        var id = state == null ? null : state.path(PROJECT).path("id").textValue();
        return id == null ? null : new InboxSubject(PROJECT, id);
    }

    /** The program that its state names, by id and number. */
    public List<String> programs() {
        var program = state == null ? null : state.path("program");
        return program == null
                ? List.of()
                : Stream.of("id", "number")
                        .map(name -> program.path(name).asText(""))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    public Subject inheriting(List<String> programs) {
        return new Subject(name, number, href, version, present, state, access, programs);
    }
}
