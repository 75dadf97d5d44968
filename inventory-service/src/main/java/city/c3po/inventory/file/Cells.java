package city.c3po.inventory.file;

import city.c3po.platform.value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people and spreadsheets write into cells, as values. What can be read in two ways is refused. */
final class Cells {
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern US_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: .*)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_DIGITS = 15;

    private Cells() {}

    /** As the API reads text; a spreadsheet's apostrophe before what looks like a formula is taken away. */
    static String clean(String raw) throws BadValue {
        try {
            var text = Text.normalised(raw);
            return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                    ? text.substring(1)
                    : text;
        } catch (IllegalArgumentException e) {
            throw new BadValue("bad-character", e.getMessage());
        }
    }

    static LocalDate date(String cell) throws BadValue {
        var iso = ISO_DATE.matcher(cell);
        var us = US_DATE.matcher(cell);
        try {
            LocalDate date;
            if (iso.matches()) {
                date = LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
            } else if (us.matches()) {
                date = LocalDate.of(number(us.group(3)), number(us.group(1)), number(us.group(2)));
            } else {
                throw new BadValue("not-a-date", "Write 2026-03-31, or 3/31/2026.");
            }
            if (date.getYear() < 1900 || date.getYear() > 2999) {
                throw new BadValue("date-of-another-age", "A date is between 1900 and 2999.");
            }
            return date;
        } catch (DateTimeException e) {
            throw new BadValue("not-a-date", "There is no such day. Write 2026-03-31, or 3/31/2026.");
        }
    }

    static int number(String digits) throws BadValue {
        var plain = digits.replace(",", "");
        if (!GROUPED.matcher(digits).matches() || plain.indexOf('.') >= 0 || plain.length() > 9) {
            throw new BadValue("not-a-number", "Write a whole number.");
        }
        return Integer.parseInt(plain);
    }

    static boolean flag(String cell) throws BadValue {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1" -> true;
            case "false", "no", "n", "0" -> false;
            default -> throw new BadValue("not-a-flag", "Write true or false.");
        };
    }

    /** {@code $1,420.50} or {@code USD 1420.5}. @return JSON */
    static String money(String cell) throws BadValue {
        var rest = cell.strip();
        var currency = "USD";
        if (rest.startsWith("$")) {
            rest = rest.substring(1).strip();
        } else if (rest.length() > 3 && CURRENCY.matcher(rest.substring(0, 3)).matches()) {
            currency = rest.substring(0, 3);
            rest = rest.substring(3).strip();
        } else if (rest.length() > 4
                && CURRENCY.matcher(rest.substring(rest.length() - 3)).matches()) {
            currency = rest.substring(rest.length() - 3);
            rest = rest.substring(0, rest.length() - 3).strip();
        }
        if (!GROUPED.matcher(rest).matches()) {
            throw new BadValue("not-an-amount", "Write 1420.50 or $1,420.50; nothing below zero.");
        }
        return money(new BigDecimal(rest.replace(",", "")), currency);
    }

    static String money(BigDecimal amount, String currency) throws BadValue {
        if (amount.signum() < 0 || amount.precision() - amount.scale() > MOST_DIGITS || amount.scale() > 100) {
            throw new BadValue("out-of-range", "An amount is zero or more, with at most 15 digits before the point.");
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw new BadValue("not-a-currency", "A currency is an ISO 4217 code.");
        }
        return "{\"amount\":" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString() + ",\"currency\":\"" + currency
                + "\"}";
    }
}
