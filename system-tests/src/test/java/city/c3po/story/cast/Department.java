package city.c3po.story.cast;

import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import com.fasterxml.jackson.databind.JsonNode;

/** Somebody of a department, who asks for initiatives. */
public final class Department {
    private final Door door;

    public Department(Door door) {
        this.door = door;
    }

    public Answer draft(JsonNode proposal) {
        return door.post("/v1/initiatives", proposal).expect(201);
    }

    /** Drafted and handed to the office; what the triage made of it is in the answer. */
    public Answer submit(JsonNode proposal) {
        return submit(draft(proposal));
    }

    public Answer submit(Answer draft) {
        return door.ifMatch(draft).post(draft.text("/href") + "/submit").expect(200);
    }

    public Answer edit(Answer seen, JsonNode change) {
        return door.ifMatch(seen).patch(seen.text("/href"), change).expect(200);
    }
}
