package city.c3po.portfolio.schedule.exchange;

import city.c3po.portfolio.schedule.network.Constraint;
import city.c3po.portfolio.schedule.network.Constraint.Type;
import city.c3po.portfolio.schedule.network.Link;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Constraints and links as words: {@code SNET 2026-09-01}, {@code A100 FS+3}; several are separated by semicolons. */
final class Words {
    /** In the order of Microsoft Project's numbers; 0 and 1 are "as soon" and "as late as possible". */
    static final List<Type> CONSTRAINTS =
            Arrays.asList(null, null, Type.MSO, Type.MFO, Type.SNET, Type.SNLT, Type.FNET, Type.FNLT);

    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_WBS = 100;
    private static final Pattern LINK = Pattern.compile("(\\S+)(?:\\s+(FS|SS|FF|SF)\\s*([+-]\\s*\\d{1,5})?)?");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*;\\s*");

    private Words() {}

    static String of(Constraint constraint) {
        return constraint.type() + " " + constraint.date();
    }

    static String of(Link link) {
        return link.predecessor() + " " + link.type() + (link.lag() == 0 ? "" : "%+d".formatted(link.lag()));
    }

    /** @throws IllegalArgumentException when it is none */
    static List<Constraint> constraints(String text) {
        return parts(text).stream().map(Words::constraint).toList();
    }

    private static Constraint constraint(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(text);
        }
        return new Constraint(
                Type.valueOf(text.substring(0, space)),
                date(text.substring(space).strip()));
    }

    /** @throws IllegalArgumentException when it is none; a bare id is a finish-to-start link */
    static List<Link> links(String predecessors, String successor) {
        return parts(predecessors).stream()
                .map(text -> {
                    var found = LINK.matcher(text);
                    if (!found.matches()) {
                        throw new IllegalArgumentException(text);
                    }
                    var type = found.group(2) == null ? Link.Type.FS : Link.Type.valueOf(found.group(2));
                    var lag = found.group(3) == null ? "0" : found.group(3).replaceAll("\\s", "");
                    return new Link(found.group(1), successor, type, Integer.parseInt(lag));
                })
                .toList();
    }

    private static List<String> parts(String text) {
        return text.isBlank() ? List.of() : List.of(SEPARATOR.split(text.strip()));
    }

    /** @throws IllegalArgumentException when it is no date; the time of day is not looked at */
    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Without the characters that XML 1.0 cannot say. */
    static String forXml(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0xFFFE || c == '\n' || c == '\t')) {
            return text;
        }
        return text.codePoints()
                .map(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\t' ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
