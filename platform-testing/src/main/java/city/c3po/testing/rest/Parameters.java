package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;

import java.util.List;
import java.util.Set;

/** A misspelt filter must not show everything. */
record Parameters(Api api) implements Subject {
    @Override
    public String name() {
        return "parameters";
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "an unknown parameter of a list is 400 and named",
                        () -> Expect.problemAt(
                                400,
                                Set.of("noSuchParameter"),
                                api.creator().queryParam("noSuchParameter", "x").get(api.list()))),
                check(
                        "an unknown parameter of a record is 400 and named",
                        () -> Expect.problemAt(
                                400,
                                Set.of("noSuchParameter"),
                                api.creator()
                                        .queryParam("noSuchParameter", "x")
                                        .get(api.url(api.make().path())))),
                check(
                        "an unknown parameter of a creation is 400 and named",
                        () -> Expect.problemAt(
                                400,
                                Set.of("noSuchParameter"),
                                api.creator()
                                        .queryParam("noSuchParameter", "x")
                                        .contentType(Api.JSON)
                                        .body(api.newBody())
                                        .post(api.list()))),
                check(
                        "a limit that is no number is 400",
                        () -> Expect.problem(
                                400, api.creator().queryParam("limit", "many").get(api.list()))),
                check("an asOf that is no instant is 400", () -> {
                    var record = api.url(api.make().path());
                    for (var value : List.of("yesterday", "2026-13-01T00:00:00Z")) {
                        Expect.problem(
                                400, api.creator().queryParam("asOf", value).get(record));
                    }
                }),
                check("a limit outside 1 to 500 is refused", () -> {
                    for (var limit : List.of("0", "-1", "501", "99999999999")) {
                        Expect.problem(
                                Set.of(400, 422),
                                api.creator().queryParam("limit", limit).get(api.list()));
                    }
                }));
    }
}
