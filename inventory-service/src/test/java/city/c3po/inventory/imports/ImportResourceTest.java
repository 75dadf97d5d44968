package city.c3po.inventory.imports;

import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.inventory.Http.PPM_2;
import static city.c3po.inventory.imports.Feeds.atRest;
import static city.c3po.inventory.imports.Feeds.csv;
import static city.c3po.inventory.imports.Feeds.done;
import static city.c3po.inventory.imports.Feeds.rows;
import static city.c3po.inventory.imports.Feeds.send;
import static city.c3po.inventory.imports.Feeds.source;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.inventory.Http;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class ImportResourceTest {
    private static final String HEADER = "nativeKey,kind,name,department,location,manufacturer,serial\n";

    @BeforeEach
    void references() {
        City.known();
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase();
    }

    private static String machine(String key, String name, String serial) {
        return "%s,HARDWARE,%s,DEP-LIB,Main Library,Dell,%s\n".formatted(key, name, serial);
    }

    private static String counts(Response one) {
        var json = one.jsonPath();
        return json.getString("state") + " "
                + List.of("created", "updated", "unchanged", "held", "review", "skipped", "failed").stream()
                        .filter(name -> json.getLong("counts." + name) > 0)
                        .map(name -> json.getLong("counts." + name) + " " + name)
                        .collect(Collectors.joining(", "));
    }

    @Test
    void a_file_creates_updates_and_then_says_nothing_new() {
        var source = source("");
        var serial = unique();
        var first = done(source, "", HEADER + machine("A1", "One", serial) + machine("A2", "Two", unique()));
        assertEquals("APPLIED 2 created", counts(first), first.asString());
        var id = rows(first, "").jsonPath().getString("items[0].asset");
        var asset = expect(200, get(PPM, "/v1/assets/" + id));
        assertEquals("One", asset.jsonPath().getString("name"));
        assertEquals("IN_USE", asset.jsonPath().getString("state"));
        assertEquals(source, asset.jsonPath().getString("provenance.name"));
        assertEquals(List.of(source), asset.jsonPath().getList("sources"));

        var second = done(source, "", HEADER + machine("A1", "One renamed", serial));
        assertEquals("APPLIED 1 updated", counts(second), second.asString());
        var third = done(source, "&mode=ATOMIC", HEADER + machine("A1", "One renamed", serial));
        assertEquals("APPLIED 1 unchanged", counts(third), third.asString());
        assertEquals("2", ask("select version from asset where id = '%s'".formatted(id)));
        assertTrue(expect(200, get(PPM, "/v1/assets/" + id + "/history/verify"))
                .jsonPath()
                .getBoolean("verified"));
        assertEquals("t", ask("""
                select bool_and(asset_state(a) = j.state) from asset a
                    join journal j on j.aggregate_id = a.id::text and j.version = a.version where a.id = '%s'""".formatted(id)));
        assertEquals("t", ask("select access = asset_access(said, sources) from asset where id = '%s'".formatted(id)));
    }

    @Test
    void what_sql_journals_java_reads() {
        var source = source("");
        var first = done(source, "", HEADER + machine("A1", "One", unique()));
        var id = rows(first, "").jsonPath().getString("items[0].asset");
        var now = expect(200, get(PPM, "/v1/assets/" + id)).jsonPath();
        var history = expect(200, get(PPM, "/v1/assets/" + id + "/history")).jsonPath();
        assertEquals("city.c3po.asset.created.v1", history.getString("items[0].action"));
        var past = expect(200, get(PPM, "/v1/assets/" + id + "?asOf=" + history.getString("items[0].recordedAt")))
                .jsonPath();
        for (var member : List.of("name", "tag", "state", "createdAt", "serial", "href")) {
            assertEquals(now.getString(member), past.getString(member), member);
        }
    }

    @Test
    void an_unchanged_file_was_seen_again_and_one_that_comes_back_is_news() {
        var source = source("");
        var file = HEADER + "A,HARDWARE,A of %s,DEP-LIB,Main Library,Dell,\n".formatted(source);
        var first = done(source, "", file);
        var seen = "select count(*) from sighting where source = '" + source
                + "' and last_seen > now() - interval '1 hour'";
        City.run("update sighting set last_seen = now() - interval '9 days' where source = '" + source + "'");
        City.run("update source_fed set at = now() - interval '9 days' where source = '" + source + "'");

        // When the same bytes come again: the first import, and nothing changed, but all was there
        var again = expect(200, csv(source, "", file));
        assertEquals(first.jsonPath().getString("id"), again.jsonPath().getString("id"));
        assertEquals("1", ask(seen));
        assertEquals("1", ask(seen.replace("sighting", "source_fed").replace("last_seen", "at")));
        assertEquals("1", ask("select max(version) from asset where name = 'A of " + source + "'"));

        // When another file came in between, what the first one says is news
        done(source, "", file.replace("A of", "Renamed"));
        var back = done(source, "", file);
        assertEquals(1, back.jsonPath().getInt("counts.updated"));
        assertEquals("1", ask("select count(*) from asset where name = 'A of " + source + "'"));
    }

    @Test
    void a_file_with_too_many_rows_says_so() {
        var source = source("");
        var file = HEADER + "A,HARDWARE,A,DEP-LIB,Main Library,Dell,\n".repeat(50_001);
        var refused = csv(source, "", file);
        assertEquals("file-has-sensible-rows", refused(422, refused));
        assertEquals(50_000, refused.jsonPath().getInt("mostRows"));
        assertEquals("0", ask("select count(*) from import where source = '" + source + "'"));
    }

    @Test
    void the_same_bytes_are_the_same_import() {
        var source = source("");
        var file = HEADER + machine("A1", "One", unique());
        var first = done(source, "", file);
        var again = expect(200, csv(source, "", file));
        assertEquals(first.jsonPath().getString("id"), again.jsonPath().getString("id"));
        expect(201, csv(source, "&mode=ATOMIC", file));
    }

    @Test
    void a_row_is_told_everything_that_is_wrong_with_it() {
        var source = source("");
        var file = "nativeKey,kind,name,department,cores,purchasedOn,purchaseCost,termEnd\n"
                + "A1,GADGET,,DEP-NONE,-1,2026-02-30,\"1.420,50\",31.12.2026\n"
                + "A2,HARDWARE,Fine,DEP-LIB,4,3/31/2026,\"$1,420.50\",2026-12-31\n";
        var done = done(source, "", file);
        assertEquals("APPLIED 1 created, 1 failed", counts(done), done.asString());
        var errors = rows(done, "?outcome=FAILED").jsonPath();
        assertEquals(
                List.of("cores", "department", "kind", "purchaseCost", "purchasedOn", "termEnd"),
                errors.getList("items[0].errors.field").stream()
                        .distinct()
                        .sorted()
                        .toList(),
                errors.prettify());
        assertEquals("31.12.2026", errors.getString("items[0].errors.find { it.field == 'termEnd' }.value"));
        var made = rows(done, "?outcome=CREATED").jsonPath().getString("items[0].asset");
        var asset = expect(200, get(PPM, "/v1/assets/" + made)).jsonPath();
        assertEquals(1420.50f, asset.getFloat("purchaseCost.amount"));
        assertEquals("2026-03-31", asset.getString("purchasedOn"));
        assertEquals(3, rows(done, "").jsonPath().getInt("items[1].line"));
    }

    @Test
    void dirt_of_the_real_world_is_read() {
        var source = source("");
        var bom =
                "\uFEFFnativeKey;kind;name;department;notes\r\nA1;HARDWARE;Caf\u00e9;DEP-LIB;\"two\r\nlines, and a \"\"quote\"\"\"\r\n\r\n";
        var one = atRest(expect(201, send(source, "", "text/csv", bom.getBytes(StandardCharsets.UTF_8))));
        assertEquals("APPLIED 1 created", counts(one), one.asString());
        var asset = expect(
                        200, get(PPM, "/v1/assets/" + rows(one, "").jsonPath().getString("items[0].asset")))
                .jsonPath();
        assertEquals("Caf\u00e9", asset.getString("name"));
        assertEquals("two\nlines, and a \"quote\"", asset.getString("notes"));

        var latin = (HEADER + machine("A2", "Caf\u00e9 Br\u00fcder", unique())).getBytes(StandardCharsets.ISO_8859_1);
        var two = atRest(expect(201, send(source, "", "text/csv", latin)));
        asset = expect(200, get(PPM, "/v1/assets/" + rows(two, "").jsonPath().getString("items[0].asset")))
                .jsonPath();
        assertEquals("Caf\u00e9 Br\u00fcder", asset.getString("name"));

        var formula = atRest(expect(
                201,
                send(
                        source,
                        "",
                        "text/csv",
                        (HEADER + machine("A3", "'=cmd()", unique())).getBytes(StandardCharsets.UTF_8))));
        asset = expect(
                        200,
                        get(PPM, "/v1/assets/" + rows(formula, "").jsonPath().getString("items[0].asset")))
                .jsonPath();
        assertEquals("=cmd()", asset.getString("name"));
    }

    @Test
    void a_ragged_row_fails_alone() {
        var source = source("");
        var done = done(source, "", HEADER + machine("A1", "One", unique()) + "A2,HARDWARE,Two\n");
        assertEquals("APPLIED 1 created, 1 failed", counts(done));
        assertEquals("ragged-row", rows(done, "?outcome=FAILED").jsonPath().getString("items[0].errors[0].code"));
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_whole() {
        var source = source("");
        var before = ask("select count(*) from staged_row");
        assertEquals("header-names-once", refused(422, csv(source, "", "name,kind,Name\n1,2,3\n")));
        assertEquals("header-is-known", refused(422, csv(source, "", "name,kind,colour\n1,2,3\n")));
        assertEquals("header-has-names", refused(422, csv(source, "", "name,kind,\n1,2,3\n")));
        assertEquals("header-is-complete", refused(422, csv(source, "", "name,serial\n1,2\n")));
        assertEquals("file-is-whole", refused(422, csv(source, "", HEADER + "A1,HARDWARE,\"One")));
        assertEquals(
                "file-is-whole",
                refused(
                        422,
                        send(source, "", "application/json", "[{\"name\": \"One\"".getBytes(StandardCharsets.UTF_8))));
        assertEquals(
                "file-is-readable",
                refused(422, send(source, "", "application/json", "{}".getBytes(StandardCharsets.UTF_8))));
        assertEquals("profile-fits-form", refused(422, csv(source, "&profile=cyclonedx", HEADER)));
        assertEquals(before, ask("select count(*) from staged_row"));
    }

    @Test
    void a_bomb_is_refused_and_an_honest_archive_is_not() throws Exception {
        var source = source("");
        var bomb = gzip((HEADER + machine("A1", "One", "S").repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        assertEquals("file-expands-sensibly", refused(422, send(source, "", "text/csv", bomb)));
        var whole = gzip((HEADER + machine("A1", "One", unique())).getBytes(StandardCharsets.UTF_8));
        assertEquals("APPLIED 1 created", counts(atRest(expect(201, send(source, "", "text/csv", whole)))));
        var half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertEquals("file-is-whole", refused(422, send(source, "", "text/csv", half)));
    }

    private static byte[] gzip(byte[] content) throws java.io.IOException {
        var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void a_feeder_writes_for_its_own_source_only() {
        var source = source("");
        var file = (HEADER + machine("A1", "One", unique())).getBytes(StandardCharsets.UTF_8);
        assertEquals("feeds-own-source", refused(403, send(Http.FINANCE, source, "", "text/csv", file)));
        assertEquals(
                "known-source", refused(422, send(Http.DISCOVERY.sources("nobody"), "nobody", "", "text/csv", file)));
    }

    @Test
    void name_and_department_make_a_candidate_and_never_a_link() {
        var name = "Kiosk " + unique();
        var header = "nativeKey,kind,name,department\n";
        var first = done(source(""), "", header + "A1,HARDWARE," + name + ",DEP-LIB\n");
        var second = done(source(""), "", header + "B1,HARDWARE," + name + ",DEP-LIB\n");
        assertEquals("APPLIED 1 review", counts(second));
        var review = rows(second, "").jsonPath();
        assertEquals("candidate-only", review.getString("items[0].reason"));
        assertEquals(
                rows(first, "").jsonPath().getString("items[0].asset"), review.getString("items[0].candidates[0]"));
    }

    @Test
    void two_rows_of_one_machine_in_one_file() {
        var source = source("");
        var serial = unique();
        var done = done(
                source,
                "",
                HEADER
                        + machine("A1", "One", serial)
                        + machine("A1", "One", serial)
                        + machine("A1", "One other name", serial)
                        + machine("B7", "One by another key", serial.toLowerCase()));
        assertEquals(
                "APPLIED 1 created, 2 review, 1 skipped",
                counts(done),
                rows(done, "").asString());
        var reviews = rows(done, "?outcome=REVIEW").jsonPath();
        assertEquals(List.of(2, 2), reviews.getList("items.earlier"), reviews.prettify());
    }

    @Test
    void incomplete_rows_are_held_and_atomic_files_are_all_or_nothing() {
        var source = source("");
        var file = HEADER + machine("A1", "One", unique()) + "A2,HARDWARE,Two,,,,\n";
        var atomic = done(source, "&mode=ATOMIC", file);
        assertEquals("REJECTED 1 created, 1 held", counts(atomic));
        assertEquals("0", ask("select count(*) from claim where source = '" + source + "'"));
        var partial = done(source, "", file);
        assertEquals("APPLIED 1 created, 1 held", counts(partial));
    }

    @Test
    void a_second_source_is_linked_by_serial_and_believed_by_rank() {
        var discovery = source(", \"rank\": 100");
        var finance = source(", \"rank\": 10, \"precedence\": [{\"attribute\": \"location\", \"rank\": 900}]");
        var serial = unique();
        var first = done(discovery, "", HEADER + machine("A1", "By discovery", serial));
        var second =
                done(finance, "", HEADER + "F9,HARDWARE,By finance,DEP-LIB,Ledger,DELL," + serial.toLowerCase() + "\n");
        assertEquals("APPLIED 1 updated", counts(second), rows(second, "").asString());
        var id = rows(first, "").jsonPath().getString("items[0].asset");
        assertEquals(id, rows(second, "").jsonPath().getString("items[0].asset"));
        assertEquals("SERIAL_AND_MANUFACTURER", rows(second, "").jsonPath().getString("items[0].rule"));
        var asset = expect(200, get(PPM, "/v1/assets/" + id)).jsonPath();
        assertEquals("By finance", asset.getString("name"));
        assertEquals("Main Library", asset.getString("location"));
        assertEquals(List.of(discovery, finance).stream().sorted().toList(), asset.getList("sources"));
        var identity = expect(200, get(PPM, "/v1/assets/" + id + "/identity")).jsonPath();
        assertEquals(2, identity.getList("claims").size());
        assertEquals(
                "LINK", identity.getString("claims.find { it.source == '%s' }.decision.decision".formatted(finance)));
        assertTrue(expect(200, get(PPM, "/v1/assets/" + id + "/history/verify"))
                .jsonPath()
                .getBoolean("verified"));
    }

    @Test
    void a_weaker_key_never_links_against_a_stronger_one() {
        var source = source("");
        var other = source("");
        var uuid = UUID.randomUUID().toString();
        var header = "nativeKey,kind,name,department,manufacturer,serial,uuid\n";
        done(source, "", header + "A1,HARDWARE,One,DEP-LIB,Dell," + unique() + "," + uuid + "\n");
        var done = done(other, "", header + "Z1,HARDWARE,Other,DEP-LIB,Dell," + unique() + "," + uuid + "\n");
        assertEquals("APPLIED 1 review", counts(done), rows(done, "").asString());
        assertEquals("serial-differs", rows(done, "").jsonPath().getString("items[0].reason"));
    }

    @Test
    void a_shrunken_file_is_quarantined_until_another_person_approves() {
        var source = source(", \"contract\": {\"minRows\": 1, \"maxShrinkPercent\": 40}");
        var lines = IntStream.range(0, 10)
                .mapToObj(n -> machine("A" + n, "M" + n, unique()))
                .toList();
        done(source, "", HEADER + String.join("", lines));
        var half = done(source, "", HEADER + String.join("", lines.subList(0, 5)));
        assertEquals("QUARANTINED", half.jsonPath().getString("state"));
        assertEquals(List.of("smaller-than-the-file-before"), half.jsonPath().getList("reasons"));
        var approved = expect(200, verb(PPM, half, "approve"));
        assertEquals("APPLIED 5 unchanged", counts(atRest(approved)));
    }

    @Test
    void a_dry_run_changes_nothing_until_it_is_approved() {
        var source = source("");
        var plan = done(source, "&dryRun=true", HEADER + machine("A1", "One", unique()));
        assertEquals("PLANNED 1 created", counts(plan));
        assertEquals("0", ask("select count(*) from claim where source = '" + source + "'"));
        assertEquals("APPLIED 1 created", counts(atRest(expect(200, verb(PPM_2, plan, "approve")))));
        var other = done(source, "&dryRun=true", HEADER + machine("A2", "Two", unique()));
        assertEquals(
                "REJECTED",
                expect(200, verb(PPM, other, "reject", "{\"reason\": \"Wrong file\"}"))
                        .jsonPath()
                        .getString("state"));
    }

    @Test
    void on_existing_skips_or_fails() {
        var source = source("");
        var serial = unique();
        done(source, "", HEADER + machine("A1", "One", serial));
        assertEquals(
                "APPLIED 1 skipped", counts(done(source, "&onExisting=SKIP", HEADER + machine("A1", "New", serial))));
        assertEquals(
                "APPLIED 1 failed", counts(done(source, "&onExisting=FAIL", HEADER + machine("A1", "New", serial))));
    }

    @Test
    void an_empty_cell_clears_only_when_asked_and_allowed() {
        var may = source(", \"mayClear\": true");
        var file = HEADER + machine("A1", "One", unique());
        var emptied = HEADER + "A1,HARDWARE,One,DEP-LIB,Main Library,,\n";
        var id = rows(done(may, "", file), "").jsonPath().getString("items[0].asset");
        assertEquals("APPLIED 1 unchanged", counts(done(may, "", emptied)));
        assertEquals("APPLIED 1 updated", counts(done(may, "&emptyCell=CLEAR", emptied)));
        assertEquals(null, expect(200, get(PPM, "/v1/assets/" + id)).jsonPath().getString("serial"));
    }

    @Test
    void unknown_references_are_created_only_when_named() {
        var source = source("");
        var department = "DEP-" + unique();
        var file = HEADER + "A1,HARDWARE,One," + department + ",Somewhere,Dell," + unique() + "\n";
        assertEquals("APPLIED 1 failed", counts(done(source, "", file)));
        assertEquals("APPLIED 1 created", counts(done(source, "&createReferences=DEPARTMENT", file)));
        assertEquals("1", ask("select count(*) from known_reference where id = '" + department + "'"));
    }

    @Test
    void a_state_moves_only_as_the_lifecycle_allows() {
        var source = source("");
        var header = "nativeKey,kind,name,department,location,receivedOn,state\n";
        var row = "A1,HARDWARE,One " + unique() + ",DEP-LIB,Main,2026-01-01,";
        var id =
                rows(done(source, "", header + row + "IN_USE\n"), "").jsonPath().getString("items[0].asset");
        assertEquals("APPLIED 1 updated", counts(done(source, "", header + row + "IN_STOCK\n")));
        assertEquals(
                "IN_STOCK", expect(200, get(PPM, "/v1/assets/" + id)).jsonPath().getString("state"));
        var illegal = done(source, "", header + row + "REQUESTED\n");
        assertEquals(
                "illegal-move", rows(illegal, "").jsonPath().getString("items[0].errors[0].code"), illegal.asString());
        var noDate = done(source, "", header + "A2,HARDWARE,Two,DEP-LIB,Main,,IN_STOCK\n");
        assertEquals("in-stock-was-received", rows(noDate, "").jsonPath().getString("items[0].errors[0].code"));
        var history = expect(200, get(PPM, "/v1/assets/" + id + "/history")).jsonPath();
        assertTrue(history.getList("items.action").contains("city.c3po.asset.stateChanged.v1"));
        assertTrue(expect(200, get(PPM, "/v1/assets/" + id + "/history/verify"))
                .jsonPath()
                .getBoolean("verified"));
    }

    @Test
    void ndjson_arrays_snipe_and_bills_of_materials() {
        var source = source("");
        var object =
                "{\"nativeKey\": \"%s\", \"kind\": \"SUBSCRIPTION\", \"name\": \"Suite\", \"department\": \"DEP-IT\", \"seats\": 5}";
        var lines =
                object.formatted("N1") + "\nnot json\n" + object.formatted("N2").replace("Suite", "Other") + "\n";
        var nd = atRest(expect(201, send(source, "", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))));
        assertEquals("APPLIED 2 created, 1 failed", counts(nd), rows(nd, "").asString());
        var array = "[" + object.formatted("N3") + "," + object.formatted("N4").replace("seats", "chairs") + "]";
        var ar = atRest(expect(201, send(source, "", "application/json", array.getBytes(StandardCharsets.UTF_8))));
        assertEquals("APPLIED 1 created, 1 failed", counts(ar), rows(ar, "").asString());

        var snipe = source("");
        var assets =
                "Asset Tag,Asset Name,Serial,Model Name,Manufacturer,Status,Company,Location,Purchase Date,Purchase Cost,Colour\n"
                        + "S-" + unique() + ",Desk phone,,"
                        + "T20,Acme,Ready to Deploy,Library,Main,03/31/2026,\"$120.00\",red\n";
        var sn = done(snipe, "&profile=snipe-it-assets", assets);
        assertEquals("APPLIED 1 created", counts(sn), rows(sn, "").asString());
        assertEquals(
                "IN_STOCK",
                expect(200, get(PPM, "/v1/assets/" + rows(sn, "").jsonPath().getString("items[0].asset")))
                        .jsonPath()
                        .getString("state"));
        var licences = "License Name,Seats,Expiration Date,Company,Manufacturer\nDesign suite " + unique()
                + ",40,2099-01-31,Library,Acme\n";
        var li = done(snipe, "&profile=snipe-it-licenses", licences);
        assertEquals("APPLIED 1 created", counts(li), rows(li, "").asString());

        var bom = """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
                 "metadata": {"properties": [{"name": "c3po:department", "value": "DEP-IT"}]},
                 "components": [{"type": "library", "bom-ref": "pkg:maven/a/b@1", "name": "b", "version": "1",
                                 "purl": "pkg:maven/a/b@1", "publisher": "Acme"}]}""";
        var bo = atRest(expect(
                201,
                send(
                        source(""),
                        "&profile=cyclonedx",
                        "application/vnd.cyclonedx+json",
                        bom.getBytes(StandardCharsets.UTF_8))));
        assertEquals("APPLIED 1 created", counts(bo), rows(bo, "").asString());
    }

    @Test
    void progress_can_be_asked_and_watched() {
        var source = source("");
        var done = done(source, "", HEADER + machine("A1", "One", unique()));
        var mark = expect(200, get(PPM, done.jsonPath().getString("href") + "/progress"))
                .jsonPath();
        assertEquals("APPLIED", mark.getString("state"));
        var watched = expect(200, get(PPM, done.jsonPath().getString("href") + "/progress-events"));
        assertTrue(watched.asString().contains("\"state\":\"APPLIED\""), watched.asString());
    }
}
