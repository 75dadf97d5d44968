package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTest {
    sealed interface SignOffEvent extends Event {
        record VersionFrozen(String hash, Instant at) implements SignOffEvent {}
    }

    enum SignOffAction implements Action {
        START_REVIEW
    }

    record View(String text, @Derived Set<SignOffAction> allowedActions) {}

    private final JsonMapper rest =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void aTypeIsNamedAfterAggregateAndFact() {
        var event = new SignOffEvent.VersionFrozen("abc", Instant.EPOCH);

        assertEquals("signOff", event.aggregate());
        assertEquals("city.c3po.signOff.versionFrozen.v1", event.type());
    }

    @Test
    void theFactIsTheRecordAndNothingElse() {
        var fact = new JournalJson(rest).write(new SignOffEvent.VersionFrozen("abc", Instant.EPOCH));

        assertFalse(fact.contains("type"), fact);
        assertFalse(fact.contains("why"), fact);
    }

    @Test
    void anActionIsWrittenAsInThePath() throws Exception {
        assertEquals("\"start-review\"", rest.writeValueAsString(SignOffAction.START_REVIEW));
    }

    @Test
    void whatDependsOnTheReaderIsShownButNotJournalled() throws Exception {
        var view = new View("hello", Set.of(SignOffAction.START_REVIEW));

        assertEquals("{\"text\":\"hello\",\"allowedActions\":[\"start-review\"]}", rest.writeValueAsString(view));
        assertEquals("{\"text\":\"hello\"}", new JournalJson(rest).write(view));
    }
}
