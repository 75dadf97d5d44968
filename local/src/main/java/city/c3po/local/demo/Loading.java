package city.c3po.local.demo;

import city.c3po.local.demo.Door.Reply;
import city.c3po.local.demo.SampleCity.Entry;
import city.c3po.local.demo.SampleCity.Idea;
import city.c3po.local.identity.Tokens;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Loads the sample city. Every record is looked for before it is created, and found by a key that the city knows and
 * not by our id; so a second loading finds everything there and changes nothing, and one that was interrupted goes on.
 */
public final class Loading {
    private static final String SOURCE = "sample-city";

    private final SampleCity city = SampleCity.load();
    private final Door door;
    private final Progress progress;
    private final Map<String, Integer> outcomes = new HashMap<>();
    private int created;

    public Loading(String gateway, Tokens tokens, Progress progress) {
        this.door = new Door(gateway, tokens);
        this.progress = progress;
    }

    /** How many records are new. */
    public int all() {
        referenceData();
        city.initiatives().forEach(this::initiative);
        audit();
        return created;
    }

    /** How many initiatives there are of each outcome of triage. */
    public Map<String, Integer> outcomes() {
        return Map.copyOf(outcomes);
    }

    private void referenceData() {
        var before = created;
        for (var entry : city.referenceData()) {
            record(entry);
        }
        progress.say(
                "reference",
                "%d records, %d of them new".formatted(city.referenceData().size(), created - before));
    }

    private void audit() {
        var added = new AuditHistory(door).load(city.audit());
        created += added;
        progress.say(
                "audit",
                "%d recommendations of 2019, %d records new"
                        .formatted(city.audit().get("recommendations").size(), added));
    }

    private void record(Entry entry) {
        var reply = door.put(city.keeper(), entry.path(), entry.body(), Map.of("If-None-Match", "*"));
        if (reply.is(412)) {
            // There already; somebody may even have changed it, which is theirs to do.
            return;
        }
        expect(reply, "record " + entry.path(), 200, 201);
        created++;
    }

    private void initiative(Idea idea) {
        var present = find(idea);
        if (present.isEmpty()) {
            draft(idea);
            created++;
        }
        var draft = present.or(() -> find(idea))
                .orElseThrow(() -> new Refusal(idea.title() + " was drafted and cannot be found again."));
        var initiative = draft.get("state").asText().equals("DRAFT") ? submit(idea, draft) : draft;
        var outcome = initiative.at("/triage/outcome").asText();
        outcomes.merge(outcome, 1, Integer::sum);
        progress.say(
                initiative.get("number").asText(),
                "%-17s %s%s".formatted(outcome, idea.title(), present.isEmpty() ? "" : " (there already)"));
    }

    private Optional<JsonNode> find(Idea idea) {
        var ref = URLEncoder.encode(source(idea) + ":" + idea.key(), StandardCharsets.UTF_8);
        var reply = door.get(idea.by(), "/v1/initiatives?externalRef=" + ref);
        expect(reply, "look for " + idea.title(), 200);
        return StreamSupport.stream(reply.body().get("items").spliterator(), false)
                .findFirst();
    }

    private void draft(Idea idea) {
        var body = idea.body().deepCopy();
        body.putArray("externalRefs").addObject().put("source", source(idea)).put("key", idea.key());
        var reply = feeds(idea)
                ? door.put(idea.by(), "/v1/initiatives/by-ref/" + source(idea) + "/" + idea.key(), body, Map.of())
                : door.post(idea.by(), "/v1/initiatives", body, Map.of("Idempotency-Key", SOURCE + "-" + idea.key()));
        expect(reply, "draft " + idea.title(), 200, 201);
    }

    private JsonNode submit(Idea idea, JsonNode draft) {
        var path = "/v1/initiatives/" + draft.get("id").asText();
        var seen = door.get(idea.by(), path);
        expect(seen, "read " + idea.title(), 200);
        var reply = door.post(idea.by(), path + "/submit", null, Map.of("If-Match", String.valueOf(seen.etag())));
        expect(reply, "submit " + idea.title(), 200);
        return reply.body();
    }

    /** A department system feeds records under its own name; a person's are known by their place in the report. */
    private static String source(Idea idea) {
        return feeds(idea) ? idea.by().replace("-system", "") : SOURCE;
    }

    private static boolean feeds(Idea idea) {
        return idea.by().endsWith("-system");
    }

    private static void expect(Reply reply, String what, int... statuses) {
        for (var status : statuses) {
            if (reply.is(status)) {
                return;
            }
        }
        throw new Refusal("Could not %s: the gateway answered %d %s".formatted(what, reply.status(), reply.body()));
    }
}
