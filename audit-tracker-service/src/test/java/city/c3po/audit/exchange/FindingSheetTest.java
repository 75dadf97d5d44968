package city.c3po.audit.exchange;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.BOARD;
import static city.c3po.audit.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.audit.City;
import city.c3po.audit.TheServers;
import city.c3po.audit.Workbooks;
import city.c3po.platform.web.MediaTypes;
import city.c3po.testing.Tokens;
import city.c3po.testing.http.Requests;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TheServers.class)
class FindingSheetTest {
    private static final String SHEET = """
            name,ref_id,description,severity,status,priority,eta,due_date
            Passwords are shared,F-1,"They are, everywhere",high,Nearly Implemented,,2027-01-15,2027-06-30
            No inventory,F-2,,,open,P3,,
            """;
    private static final String REPORTED = "department=DEP-IT&asOf=2021-02-04&document=Report";

    private Response audit;

    @BeforeEach
    void anAudit() {
        audit = City.audit();
    }

    @Test
    void a_sheet_becomes_findings_and_recommendations_once() {
        var dry = expect(200, csv(PPM, "dryRun=true&" + REPORTED, SHEET)).jsonPath();
        assertEquals(2, dry.getInt("created"));
        assertEquals(List.of(), dry.getList("errors"));
        assertEquals(0, items().size(), "a dry run writes nothing");

        var done = expect(200, csv(PPM, REPORTED, SHEET)).jsonPath();
        assertEquals(2, done.getInt("created"));
        var first = expect(200, get(BOARD, done.getString("rows[0].recommendation.href")))
                .jsonPath();
        assertEquals("Passwords are shared", first.getString("title"));
        assertEquals("HIGH", first.getString("priority"));
        assertEquals("DEP-IT", first.getString("leadDepartment"));
        assertEquals("Nearly Implemented", first.getString("managementStatusLabel"));
        assertEquals("2021-02-04", first.getString("asReported.asOf"));
        assertEquals("NOT_IMPLEMENTED", first.getString("verifiedStatus"), "a sheet verifies nothing");
        assertEquals("2027-06-30", first.getString("targetDate.original"));
        assertEquals("2027-01-15", first.getString("actions[0].milestones[0].due"));
        var second = expect(200, get(BOARD, done.getString("rows[1].recommendation.href")))
                .jsonPath();
        assertEquals("LOW", second.getString("priority"));
        assertNull(second.get("asReported"));

        var again = expect(200, csv(PPM, REPORTED, SHEET)).jsonPath();
        assertEquals(0, again.getInt("created"));
        assertEquals(2, again.getInt("existing"));
        assertEquals(2, items().size());
    }

    @Test
    void all_that_is_wrong_is_told_row_by_row_and_nothing_is_written() {
        var bad = """
                name,ref_id,description,severity,status,priority,eta,due_date
                Right,F-1,,,,,,
                =HYPERLINK("x"),F-2,,,,,,
                ,F-1,,,,,,
                Late,F-4,,,,,soon,2001-01-01
                Strange,F 5,,,Nearly done,P9,,
                Ragged,F-6,,,,,,,,,
                Reported,F-7,,,Implemented,,,
                """;
        var dry =
                expect(200, csv(AUDITOR, "dryRun=true&department=DEP-IT", bad)).jsonPath();
        var wrong = List.of(
                "/rows/3/name formula",
                "/rows/3/name missing",
                "/rows/4/ref_id reference-twice",
                "/rows/4/name missing",
                "/rows/5/due_date before-issue",
                "/rows/5/eta not-a-day",
                "/rows/6/ref_id not-a-reference",
                "/rows/6/status unknown-status",
                "/rows/6/priority unknown-priority",
                "/rows/7 ragged",
                "/rows/8/status status-without-day");
        var told = dry.getList("errors.pointer").stream().map(String::valueOf).toList();
        var codes = dry.getList("errors.code").stream().map(String::valueOf).toList();
        for (int n = 0; n < wrong.size(); n++) {
            assertEquals(wrong.get(n), told.get(n) + " " + codes.get(n));
        }
        assertEquals("sheet-understood", refused(422, csv(AUDITOR, "department=DEP-IT", bad)));
        assertEquals(0, items().size());
        assertEquals("sheet-understood", refused(422, csv(AUDITOR, "", "name,ref_id\nNo department,F-1\n")));
        assertEquals("sheet-understood", refused(422, csv(AUDITOR, "department=DEP-IT", "name,colour\nx,red\n")));
    }

    @Test
    void whatever_a_spreadsheet_writes_is_understood() {
        var bom = "\uFEFFName;Ref ID;Department\nStraße;F-1;DEP-IT\n";
        expect(200, csv(PPM, "", bom));
        var latin = "name\tref_id\tdepartment\nSeñor Peña’s café\tF-2\tDEP-IT\n";
        expect(200, send(PPM, "", "text/csv", latin.getBytes(Charset.forName("windows-1252"))));
        expect(200, csv(PPM, "department=DEP-IT", "name,ref_id,status\n'-5 degrees,F-3,open\nshort,F-4\n"));
        assertEquals(List.of("Straße", "Señor Peña’s café", "-5 degrees", "short"), titles());
        var sheet = expect(200, get(BOARD, hrefOf(audit) + "/sheet.csv")).asString();
        assertTrue(sheet.contains("'-5 degrees,F-3,"), sheet);
        assertEquals(
                4,
                expect(200, csv(PPM, REPORTED, sheet)).jsonPath().getInt("existing"),
                "what is written can be read again");
    }

    @Test
    void a_workbook_that_left_comes_back_unchanged_and_runs_nothing() {
        var risky = """
                name,ref_id,description,severity,status,priority,eta,due_date
                "'=HYPERLINK(""http://evil"",""x"")",F-1,"'+1 of ""two"",
                in lines",high,Nearly Implemented,,2027-01-15,2027-06-30
                '@home,F-2,Straße & <café> 🏛,,,P3,,
                2027-02-31,F-3,-5 degrees,,Active Initiative,P2,,6/30/2028
                """;
        expect(200, csv(PPM, REPORTED, risky));
        var xlsx = expect(200, get(BOARD, hrefOf(audit) + "/sheet.xlsx")).asByteArray();
        var rows = Workbooks.rows(xlsx);
        assertEquals(
                SheetReading.COLUMNS,
                rows.getFirst().stream().map(Cell::getText).toList());
        assertEquals("=HYPERLINK(\"http://evil\",\"x\")", rows.get(1).getFirst().getText());
        for (var row : rows) {
            for (var cell : row) {
                assertTrue(cell == null || cell.getType() != CellType.FORMULA && cell.getFormula() == null);
            }
        }
        assertEquals(LocalDate.of(2027, 6, 30), rows.get(1).get(7).asDate().toLocalDate());
        assertEquals(CellType.STRING, rows.get(3).getFirst().getType(), "no such day");

        var again = expect(200, send(PPM, REPORTED, MediaTypes.XLSX, xlsx)).jsonPath();
        assertEquals(List.of(0, 3), List.of(again.getInt("created"), again.getInt("existing")));
        var before = expect(200, get(BOARD, hrefOf(audit) + "/sheet.csv")).asString();
        audit = City.audit();
        assertEquals(
                3,
                expect(200, send(PPM, REPORTED, MediaTypes.XLSX, xlsx))
                        .jsonPath()
                        .getInt("created"));
        assertEquals(
                before, expect(200, get(BOARD, hrefOf(audit) + "/sheet.csv")).asString());
    }

    @Test
    void a_workbook_is_read_by_its_values_and_a_bomb_is_not() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Findings");
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "ref_id");
            sheet.value(0, 2, "due_date");
            sheet.value(1, 0, "Passwords");
            sheet.value(1, 1, "F-1");
            sheet.value(1, 2, LocalDate.of(2027, 6, 30));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
        }
        var done = expect(200, send(PPM, "department=DEP-IT", MediaTypes.XLSX, bytes.toByteArray()))
                .jsonPath();
        assertEquals(
                "2027-06-30",
                expect(200, get(BOARD, done.getString("rows[0].recommendation.href")))
                        .jsonPath()
                        .getString("targetDate.original"));

        var formula = new ByteArrayOutputStream();
        try (var workbook = new Workbook(formula, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Findings");
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "ref_id");
            sheet.formula(1, 0, "1+1");
            sheet.value(1, 1, "F-9");
        }
        assertEquals(
                "sheet-understood",
                refused(422, send(PPM, "department=DEP-IT", MediaTypes.XLSX, formula.toByteArray())));

        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1024 * 1024];
            for (int n = 0; n < 33; n++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertEquals(
                "sheet-within-limits",
                refused(422, send(PPM, "department=DEP-IT", MediaTypes.XLSX, bomb.toByteArray())));
        assertEquals(
                "sheet-readable",
                refused(
                        422,
                        send(PPM, "", MediaTypes.XLSX, "PK\u0003\u0004broken".getBytes(StandardCharsets.ISO_8859_1))));
        assertEquals("sheet-readable", refused(422, csv(PPM, "", "%PDF-1.7")));
        assertEquals(
                "sheet-within-limits",
                refused(422, csv(PPM, "department=DEP-IT", "name,ref_id\n" + "x,F\n".repeat(1001))));
        expect(415, send(PPM, "", "application/json", "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void only_those_who_record_findings_bring_them() {
        assertEquals("role-missing", refused(403, csv(BOARD, "department=DEP-IT", SHEET)));
        expect(403, csv(AUDITOR.bodies("another"), REPORTED, SHEET));
    }

    private Response csv(Tokens by, String query, String text) {
        return send(by, query, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Response send(Tokens by, String query, String type, byte[] body) {
        return Requests.as(by)
                .contentType(type)
                .body(body)
                .post(hrefOf(audit) + "/import" + (query.isEmpty() ? "" : "?" + query));
    }

    private List<Object> items() {
        return expect(200, get(BOARD, hrefOf(audit) + "/findings?limit=500"))
                .jsonPath()
                .getList("items");
    }

    private List<Object> titles() {
        return expect(200, get(BOARD, hrefOf(audit) + "/findings?limit=500&sort=OLDEST"))
                .jsonPath()
                .getList("items.title");
    }
}
