package city.c3po.inventory.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.asset.AssetText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetFileTest {
    private static List<Row> read(Profile profile, AssetFile.Form form, boolean emptyClears, byte[] bytes)
            throws IOException {
        var rows = new ArrayList<Row>();
        new AssetFile(profile, form, emptyClears, Names.NONE).read(new ByteArrayInputStream(bytes), rows::add);
        return rows;
    }

    private static List<Row> csv(String text) throws IOException {
        return read(Profile.NATIVE, AssetFile.Form.CSV, false, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Row cell(String column, String value) throws IOException {
        return csv("kind\tname\t" + column + "\nHARDWARE\tOne\t" + value + "\n").getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "purchaseCost | $1,420.50     | {\"amount\":1420.50,\"currency\":\"USD\"}",
                "purchaseCost | EUR 99        | {\"amount\":99.00,\"currency\":\"EUR\"}",
                "purchaseCost | 99.5 CAD      | {\"amount\":99.50,\"currency\":\"CAD\"}",
                "purchasedOn  | 3/31/2026     | \"2026-03-31\"",
                "purchasedOn  | 2026-3-1      | \"2026-03-01\"",
                "purchasedOn  | 2026-03-31T09:30:00Z | \"2026-03-31\"",
                "seats        | 1,000         | 1000",
                "dataBearing  | Yes           | true",
                "macs         | 00:1A:2B:3C:4D:5E; 00:1A:2B:3C:4D:5F | [\"00:1A:2B:3C:4D:5E\",\"00:1A:2B:3C:4D:5F\"]",
                "serial       | '=1+1         | \"=1+1\""
            })
    void cells_are_read_as_people_write_them(String column, String value, String json) throws IOException {
        var row = cell(column, value);
        assertEquals(List.of(), row.faults());
        assertEquals(json, row.said().get(column));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "purchaseCost | 1.420,50   | not-an-amount",
                "purchaseCost | (12.00)    | not-an-amount",
                "purchasedOn  | 31.12.2026 | not-a-date",
                "purchasedOn  | 2/30/2026  | not-a-date",
                "purchasedOn  | 0001-01-01 | date-of-another-age",
                "seats        | many       | not-a-number",
                "cores        | 99999999   | out-of-range",
                "dataBearing  | perhaps    | not-a-flag",
                "department   | Library    | bad-format"
            })
    void what_cannot_be_right_is_told_with_its_value(String column, String value, String code) throws IOException {
        var fault = cell(column, value).faults().getFirst();
        assertEquals(code, fault.code());
        assertEquals(column, fault.field());
        assertEquals(value, fault.value());
    }

    @Test
    void bytes_that_are_no_utf8_are_what_windows_meant() throws IOException {
        var mixed = new java.io.ByteArrayOutputStream();
        mixed.write("kind,name\nHARDWARE,Br\u00fccke ".getBytes(StandardCharsets.UTF_8));
        mixed.write("M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "\"Br\u00fccke M\u00fcller\"",
                read(Profile.NATIVE, AssetFile.Form.CSV, false, mixed.toByteArray())
                        .getFirst()
                        .said()
                        .get("name"));
        var utf16 = "\uFEFFkind,name\nHARDWARE,M\u00fcller\n".getBytes(StandardCharsets.UTF_16LE);
        assertEquals(
                "\"M\u00fcller\"",
                read(Profile.NATIVE, AssetFile.Form.CSV, false, utf16)
                        .getFirst()
                        .said()
                        .get("name"));
        var large = ("kind,name\n" + "HARDWARE,M\u00fcller\n".repeat(20_000)).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                Set.of("\"M\u00fcller\""),
                read(Profile.NATIVE, AssetFile.Form.CSV, false, large).stream()
                        .map(row -> row.said().get("name"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void an_empty_cell_says_nothing_or_that_there_is_nothing() throws IOException {
        var bytes = "kind,name,serial\nHARDWARE,One,\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                Set.of("name"),
                read(Profile.NATIVE, AssetFile.Form.CSV, false, bytes)
                        .getFirst()
                        .said()
                        .keySet());
        assertEquals(
                "null",
                read(Profile.NATIVE, AssetFile.Form.CSV, true, bytes)
                        .getFirst()
                        .said()
                        .get("serial"));
    }

    @Test
    void lines_are_those_of_the_file() throws IOException {
        var rows = csv("kind,name\nHARDWARE,\"two\nlines\"\n\nHARDWARE,Three\n");
        assertEquals(List.of(2, 5), rows.stream().map(Row::line).toList());
    }

    @Test
    void every_attribute_of_an_asset_can_be_said_by_a_file() {
        var attributes = Arrays.stream(AssetText.class.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .filter(name -> !Set.of("kind", "sampleData").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(attributes, new TreeSet<>(Field.ALL.keySet()));
    }

    @Test
    void a_control_character_spoils_its_cell_only() throws IOException {
        var row = csv("kind,name,serial\nHARDWARE,One,\"a\u0001b\"\n").getFirst();
        assertEquals("bad-character", row.faults().getFirst().code());
        assertTrue(row.said().containsKey("name"));
    }
}
