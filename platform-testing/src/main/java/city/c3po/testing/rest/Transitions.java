package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** States are moved by named verbs, and only along the lines of the state machine. */
record Transitions(Api api) implements Subject {
    @Override
    public String name() {
        return "transitions";
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("a transition without If-Match is 428 and moves nothing", () -> {
                    var made = api.make();
                    Expect.problem(428, api.move(made, null));
                    assertEquals(made.tag(), Api.tag(api.read(made)));
                }),
                check("a transition of an older version is 412 and tells the present ETag", () -> {
                    var made = api.make();
                    var edited = api.patch(made, made.tag(), api.freshTitle());
                    var refused = api.move(made, made.tag());
                    Expect.problem(412, refused);
                    assertEquals(Api.tag(edited), Api.tag(refused));
                }),
                check("a legal transition is made, and shown", () -> {
                    var made = api.make();
                    var before = made.answer().jsonPath().getString("state");
                    var moved = api.move(made, made.tag());
                    assertTrue(moved.statusCode() == 200, () -> moved.statusCode() + " " + moved.asString());
                    assertTrue(!before.equals(moved.jsonPath().getString("state")), "the state is still " + before);
                    assertEquals(Api.tag(moved), Api.tag(api.read(made)));
                }),
                check("an illegal transition is 409 and tells state and allowedActions", () -> {
                    var made = api.make();
                    var moved = api.move(made, made.tag());
                    var refused = Expect.problem(409, api.move(made, Api.tag(moved)));
                    assertEquals(moved.jsonPath().getString("state"), refused.getString("state"));
                    assertNotNull(refused.getList("allowedActions"), "no allowedActions");
                    assertEquals(Api.tag(moved), Api.tag(api.read(made)));
                }),
                check("the state cannot be written", () -> {
                    var made = api.make();
                    var state = made.answer().jsonPath().getString("state");
                    Expect.problem(
                            400,
                            api.creator()
                                    .contentType(Api.MERGE_PATCH)
                                    .header("If-Match", made.tag())
                                    .body("{\"state\": \"" + state + "\"}")
                                    .patch(api.url(made.path())));
                }));
    }
}
