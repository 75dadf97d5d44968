package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

/** Nobody overwrites what they have not seen. */
record Preconditions(Api api) implements Subject {
    @Override
    public String name() {
        return "preconditions";
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("an edit without If-Match is 428 and changes nothing", () -> {
                    var made = api.make();
                    Expect.problem(428, api.patch(made, null, "Unseen"));
                    assertEquals(made.tag(), Api.tag(api.read(made)));
                }),
                check("an edit of the version seen is the next version", () -> {
                    var made = api.make();
                    var title = api.freshTitle();
                    var edited = api.patch(made, made.tag(), title);
                    assertEquals(200, edited.statusCode(), edited.asString());
                    assertEquals(title, edited.jsonPath().getString(api.kind().titleMember()));
                    assertTrue(Api.version(Api.tag(edited)) > Api.version(made.tag()), "the version must grow");
                    assertEquals(Api.tag(edited), Api.tag(api.read(made)));
                }),
                check("an edit of an older version is 412, tells the present ETag and changes nothing", () -> {
                    var made = api.make();
                    var edited = api.patch(made, made.tag(), api.freshTitle());
                    var refused = api.patch(made, made.tag(), "Too late");
                    Expect.problem(412, refused);
                    assertEquals(Api.tag(edited), Api.tag(refused));
                    assertEquals(Api.tag(edited), Api.tag(api.read(made)));
                }),
                check("only the version part of If-Match counts", () -> {
                    var made = api.make();
                    var tag = "\"" + Api.version(made.tag()) + ".another\"";
                    assertEquals(200, api.patch(made, tag, api.freshTitle()).statusCode());
                }),
                check("an If-Match that is no ETag is refused and changes nothing", () -> {
                    var made = api.make();
                    Expect.problem(Set.of(400, 412, 428), api.patch(made, "latest", "Guessed"));
                    assertEquals(made.tag(), Api.tag(api.read(made)));
                }),
                check(
                        "an edit of nothing is 404, not 428",
                        () -> Expect.problem(
                                404,
                                api.creator()
                                        .contentType(Api.MERGE_PATCH)
                                        .body(api.patchBody("Nothing"))
                                        .patch(api.list() + "/01890000-0000-7000-8000-00000000dead"))));
    }
}
