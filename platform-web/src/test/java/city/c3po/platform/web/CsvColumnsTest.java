package city.c3po.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.platform.value.Money;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvColumnsTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    record Code(@JsonValue String text) {}

    record Row(String name, @Nullable Money cost, List<String> tags, Code code, int change) {}

    @Test
    void nested_members_are_columns_of_their_own() {
        assertEquals(
                List.of("name", "cost.amount", "cost.currency", "tags", "code", "change"),
                CsvColumns.of(Row.class, JSON).names());
    }

    @Test
    void cells_hold_what_the_json_holds() {
        var row = JSON.valueToTree(new Row("Fiber", Money.of("1200"), List.of("a", "b"), new Code("c"), -5));

        assertEquals(
                List.of("Fiber", "1200.00", "USD", "[\"a\",\"b\"]", "c", "-5"),
                CsvColumns.of(Row.class, JSON).cells(row));
    }

    @Test
    void what_is_not_there_is_an_empty_cell() {
        var row = JSON.valueToTree(new Row("Fiber", null, List.of(), new Code("c"), 0));

        assertEquals(
                List.of("Fiber", "", "", "[]", "c", "0"),
                CsvColumns.of(Row.class, JSON).cells(row));
    }

    record Whole(int version, @JsonUnwrapped Row said) {}

    @Test
    void the_members_of_an_unwrapped_part_stand_beside_the_others_as_in_json() {
        var row = JSON.valueToTree(new Whole(3, new Row("Fiber", Money.of("1"), List.of(), new Code("c"), 0)));
        var columns = CsvColumns.of(Whole.class, JSON);

        assertEquals(
                List.of("version", "name", "cost.amount", "cost.currency", "tags", "code", "change"), columns.names());
        assertEquals(List.of("3", "Fiber", "1.00", "USD", "[]", "c", "0"), columns.cells(row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void text_that_a_spreadsheet_would_run_is_neutralised(String text) {
        assertEquals("'" + text, CsvColumns.harmless(text));
    }

    @Test
    void other_text_stays_as_it_is() {
        assertEquals("a=b", CsvColumns.harmless("a=b"));
        assertEquals("", CsvColumns.harmless(""));
    }
}
