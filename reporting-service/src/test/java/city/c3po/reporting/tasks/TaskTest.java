package city.c3po.reporting.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Api;
import city.c3po.reporting.City;
import city.c3po.reporting.Portfolio;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What awaits whom. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class TaskTest {
    @Inject
    MockMailbox mailbox;

    @Inject
    Digests digests;

    private final String sub = UUID.randomUUID().toString();
    private final Api me = Api.with(Tokens.as("submitter").sub(sub));
    private City city;

    @BeforeEach
    void open() {
        city = new City();
        mailbox.clear();
    }

    @AfterEach
    void close() {
        city.close();
    }

    private String task(String id, String action, String due, boolean done) {
        return "{\"id\":\"" + sub + "/" + id + "\",\"assignee\":\"" + sub + "\",\"action\":\"" + action
                + "\",\"href\":\"/v1/charters/" + id + "\",\"due\":" + (due == null ? "null" : "\"" + due + "\"")
                + ",\"done\":" + done
                + "}";
    }

    private void await(String record, String... tasks) {
        city.tell(
                "charter",
                "edited",
                sub + record,
                Instant.now(),
                "\"title\":\"x\"",
                "INTERNAL",
                "[" + String.join(",", tasks) + "]");
    }

    private List<String> mine(String query) {
        var found = new ArrayList<String>();
        var page = "/v1/tasks?assignee=me" + query;
        while (!page.isEmpty() && !page.equals("null")) {
            var answer = me.get(page).is(200).json();
            answer.path("items").forEach(task -> found.add(task.path("action").asText()));
            page = answer.path("next").asText("");
        }
        return found;
    }

    @Test
    void whatIsDueFirstComesFirstAndWhatIsDoneGoes() {
        await(
                "a",
                task("1", "Sign", "2026-05-01T00:00:00Z", false),
                task("2", "Vote", null, false),
                task("3", "Assess", "2026-04-01T00:00:00Z", false));
        assertEquals(List.of("Assess", "Sign", "Vote"), mine(""));
        assertEquals(List.of("Assess", "Sign", "Vote"), mine("&limit=1"));

        await("a", task("3", "Assess", "2026-04-01T00:00:00Z", true));

        assertEquals(List.of("Sign", "Vote"), mine(""));
        assertEquals(List.of("Assess"), mine("&done=true"));
        assertEquals(2, me.get("/v1/tasks?count=true").json().path("total").asInt());
    }

    @Test
    void nobodySeesWhatAwaitsOthers() {
        await("b", task("1", "Sign", null, false));
        assertFalse(Api.as("ppm").get("/v1/tasks?limit=500").is(200).text().contains(sub));
        Api.as("ppm").get("/v1/tasks?assignee=" + sub).is(400, "bad-parameter");
        me.get("/v1/tasks?assignee=everybody").is(400, "bad-parameter");
        Api.as("resident").get("/v1/tasks").is(403);
        Api.nobody().get("/v1/tasks").is(401);
    }

    @Test
    void oneLetterADayToWhoeverHasSomethingToDo() {
        var email = sub + "@city.example";
        city.tell("person", "recorded", sub, Instant.now(), "\"name\":\"Sam\",\"email\":\"" + email + "\"");
        await(
                "c",
                IntStream.range(0, 2)
                        .mapToObj(
                                n -> task("d" + n, "Sign charter " + n, n == 0 ? "2026-05-02T06:59:59Z" : null, false))
                        .toArray(String[]::new));
        var day = LocalDate.parse("2026-03-02");

        digests.send(day);

        var letters = mailbox.getMailsSentTo(email);
        assertEquals(1, letters.size());
        assertEquals("2 things await you", letters.getFirst().getSubject());
        var text = letters.getFirst().getText();
        assertTrue(text.contains("Sign charter 0, due May 1, 2026"), text);
        assertTrue(text.contains("http://127.0.0.1:8080/v1/charters/d0"), text);
        digests.send(day);
        assertEquals(1, mailbox.getMailsSentTo(email).size(), "once a day");

        await(
                "c",
                IntStream.range(0, 2)
                        .mapToObj(n -> task("d" + n, "Sign", null, true))
                        .collect(Collectors.joining(",")));
        digests.send(day.plusDays(1));
        assertEquals(1, mailbox.getMailsSentTo(email).size(), "nothing awaits them any more");
    }

    @Test
    void theLetterSpeaksItsReadersLanguage() {
        var email = sub + "@city.example";
        city.tell(
                "person",
                "recorded",
                sub,
                Instant.now(),
                "\"name\":\"Sol\",\"email\":\"" + email + "\",\"language\":\"es\"");
        await(
                "f",
                task("1", "Sign the commitment of CHA-2026-0001", "2026-05-02T06:59:59Z", false),
                task("2", "Water the plants", null, false));

        digests.send(LocalDate.parse("2026-03-03"));

        var letter = mailbox.getMailsSentTo(email).getFirst();
        assertEquals("2 cosas le esperan", letter.getSubject());
        assertTrue(
                letter.getText().contains("Firmar el compromiso de CHA-2026-0001, vence el 1 de mayo de 2026"),
                letter.getText());
        assertTrue(letter.getText().contains("Water the plants"), "what has no translation is said as it came");
    }

    @Test
    void aTaskIsKeptOnceHoweverOftenItIsTold() {
        await("e", task("1", "Sign", null, false));
        await("e", task("1", "Sign now", null, false));
        assertEquals(List.of("Sign now"), mine(""));
        assertEquals(1, Portfolio.count("select count(*) from awaited_task where assignee = '" + sub + "'"));
    }
}
