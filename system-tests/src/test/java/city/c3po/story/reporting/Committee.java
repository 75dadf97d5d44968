package city.c3po.story.reporting;

import static org.awaitility.Awaitility.await;

import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A body that hears reports, and the two people of the office who make them. */
final class Committee {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Door maker;
    private final Door second;
    private final String body;

    Committee(Door maker, Door second, String body) {
        this.maker = maker;
        this.second = second;
        this.body = body;
    }

    Answer schedule(LocalDate cutOff, LocalDate meeting) {
        return maker.post("/v1/report-cycles", Proposals.json("""
                        {"body": "%s", "title": "Technology portfolio", "cutOff": "%s", "meetingDate": "%s",
                         "agendaItem": "D.1", "decisionsAsked": ["Approve the revised budget."]}""".formatted(body, cutOff, meeting)))
                .expect(201);
    }

    /** Frozen at once, or when the sources are known up to the cut-off. */
    Answer freeze(Answer cycle) {
        var collecting = verb(maker, cycle, "collect", null);
        var asked = maker.ifMatch(collecting).post(cycle.text("/href") + "/freeze", Proposals.json("{}"));
        if (!asked.succeeded()) {
            asked.expect(200);
        }
        return await().atMost(BOUND)
                .until(
                        () -> maker.get(cycle.text("/href")).expect(200),
                        seen -> seen.text("/state").equals("FROZEN"));
    }

    Answer publish(Answer frozen) {
        return verb(second, verb(maker, frozen, "review", null), "publish", null);
    }

    Answer cancel(Answer cycle, String why) {
        return verb(maker, cycle, "cancel", "{\"reason\": \"%s\"}".formatted(why));
    }

    private static Answer verb(Door by, Answer seen, String verb, @Nullable String body) {
        var path = seen.text("/href") + "/" + verb;
        var door = by.ifMatch(seen);
        return (body == null ? door.post(path) : door.post(path, Proposals.json(body))).expect(200);
    }
}
