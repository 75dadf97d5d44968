package city.c3po.reporting.rendering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** One value of a table: as people read it, and as programs do. */
public sealed interface Cell {
    /** As people read it. */
    String shown(Words words);

    /** As programs read it: the same in every language. */
    String value();

    /** Whether a column of such values is set to the right, so that digits stand below each other. */
    default boolean numeric() {
        return false;
    }

    /** Its class in HTML. */
    default String style() {
        return "t";
    }

    record Text(String value) implements Cell {
        @Override
        public String shown(Words words) {
            return value;
        }
    }

    /** A word of the records, shown in the reader's language. */
    record Term(String kind, String value) implements Cell {
        @Override
        public String shown(Words words) {
            return words.term(kind, value);
        }

        @Override
        public String style() {
            return kind.equals("colour") ? "pill " + value.toLowerCase(Locale.ROOT) : "t";
        }
    }

    /** One value for programs, and a sentence of it for people. */
    record Said(String value, String sentence) implements Cell {
        @Override
        public String shown(Words words) {
            return sentence;
        }
    }

    /** A member of a record, by its pointer. */
    record Path(String value) implements Cell {
        @Override
        public String shown(Words words) {
            return words.path(value, true);
        }
    }

    record Number(BigDecimal number) implements Cell {
        static Number of(long number) {
            return new Number(BigDecimal.valueOf(number));
        }

        @Override
        public String shown(Words words) {
            return words.number(number);
        }

        @Override
        public String value() {
            return number.toPlainString();
        }

        @Override
        public boolean numeric() {
            return true;
        }
    }

    record Money(BigDecimal amount, String currency) implements Cell {
        @Override
        public String shown(Words words) {
            return words.money(amount, currency);
        }

        @Override
        public String value() {
            return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
        }

        @Override
        public boolean numeric() {
            return true;
        }
    }

    /** A share of one. */
    record Share(BigDecimal share) implements Cell {
        @Override
        public String shown(Words words) {
            return words.percent(share);
        }

        @Override
        public String value() {
            return share.toPlainString();
        }

        @Override
        public boolean numeric() {
            return true;
        }
    }

    record Day(LocalDate day) implements Cell {
        @Override
        public String shown(Words words) {
            return words.shortDay(day);
        }

        @Override
        public String value() {
            return day.toString();
        }
    }

    record Moment(Instant at, ZoneId zone) implements Cell {
        @Override
        public String shown(Words words) {
            return words.moment(at, zone);
        }

        @Override
        public String value() {
            return at.toString();
        }
    }

    /** Nobody has said it. Never zero. */
    record NotReported() implements Cell {
        @Override
        public String shown(Words words) {
            return words.say("notReported");
        }

        @Override
        public String style() {
            return "absent";
        }

        @Override
        public String value() {
            return "";
        }
    }

    /** There is nothing to say here. */
    record Nothing() implements Cell {
        @Override
        public String shown(Words words) {
            return "\u2013";
        }

        @Override
        public String value() {
            return "";
        }
    }

    Cell NOT_REPORTED = new NotReported();
    Cell NOTHING = new Nothing();
}
