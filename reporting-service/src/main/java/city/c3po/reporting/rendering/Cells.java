package city.c3po.reporting.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** From values of the model to cells. What is absent, or is not what it should be, is not reported. */
final class Cells {
    private final ZoneId zone;
    private final JsonNode departments;

    /** @param departments their names by code */
    Cells(ZoneId zone, JsonNode departments) {
        this.zone = zone;
        this.departments = departments;
    }

    Cell text(JsonNode value) {
        return value.isTextual() ? new Cell.Text(value.textValue()) : Cell.NOT_REPORTED;
    }

    /** By its name for people, by its code for programs. */
    Cell department(JsonNode code) {
        return code.isTextual() ? department(code.textValue()) : Cell.NOT_REPORTED;
    }

    Cell department(String code) {
        return new Cell.Said(code, departments.path(code).asText(code));
    }

    Cell term(String kind, JsonNode value) {
        return value.isTextual() ? new Cell.Term(kind, value.textValue()) : Cell.NOT_REPORTED;
    }

    Cell number(JsonNode value) {
        return value.isNumber() ? new Cell.Number(value.decimalValue()) : Cell.NOT_REPORTED;
    }

    Cell count(JsonNode value) {
        return value.isNumber() ? new Cell.Number(value.decimalValue()) : new Cell.Number(BigDecimal.ZERO);
    }

    Cell money(JsonNode value) {
        return value.path("amount").isNumber()
                ? new Cell.Money(
                        value.path("amount").decimalValue(),
                        value.path("currency").asText("USD"))
                : Cell.NOT_REPORTED;
    }

    /** Another service's date: one that is none is shown as it came. */
    Cell day(JsonNode value) {
        try {
            return value.isTextual() ? new Cell.Day(LocalDate.parse(value.textValue())) : Cell.NOT_REPORTED;
        } catch (DateTimeParseException e) {
            return new Cell.Text(value.textValue());
        }
    }

    Cell moment(JsonNode value) {
        try {
            return value.isTextual() ? new Cell.Moment(Instant.parse(value.textValue()), zone) : Cell.NOT_REPORTED;
        } catch (DateTimeParseException e) {
            return new Cell.Text(value.textValue());
        }
    }
}
