package city.c3po.audit.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The subjects behind the measures, and the sums that move with them. */
final class Subjects {
    /** For what is no record of anybody's. */
    static final String OPEN =
            "{\"classification\": \"INTERNAL\", \"departments\": [], \"people\": [], \"vendor\": null, \"bodies\": [], \"sources\": []}";

    /** A control whose sums are no longer those that were told. */
    record Sum(String control, BigDecimal numerator, long denominator) {}

    private record Difference(BigDecimal numerator, long denominator) {
        Difference plus(Difference other) {
            return new Difference(numerator.add(other.numerator), denominator + other.denominator);
        }

        boolean isNone() {
            return numerator.signum() == 0 && denominator == 0;
        }
    }

    private static final String FORMER =
            "delete from control_subject where root_type = ? and root_id = ? returning part, share";
    private static final String PRESENT = """
            insert into control_subject
                (control, part, root_type, root_id, item, type, id, number, href, share, reason, access)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (control, part, root_id, item) do nothing""";
    private static final String MOVE = """
            insert into control_tally (part, control, numerator, denominator) values (?, ?, ?, ?)
            on conflict (part) do update set numerator = control_tally.numerator + excluded.numerator,
                denominator = control_tally.denominator + excluded.denominator""";
    private static final String MOVED = """
            select c.id, coalesce(t.numerator, 0), coalesce(t.denominator, 0) from control c
            left join (select control, sum(numerator) as numerator, sum(denominator) as denominator
                       from control_tally group by control) t on t.control = c.id
            where (c.numerator, c.denominator) is distinct from (coalesce(t.numerator, 0), coalesce(t.denominator, 0))
            order by c.ordinal""";

    private final Connection connection;

    Subjects(Connection connection) {
        this.connection = connection;
    }

    /** What was found takes the place of what was found before; the sums move by the difference. */
    void replace(DueSubjects.Root root, List<Reading> found, String access) throws SQLException {
        var differences = new EnumMap<Part, Difference>(Part.class);
        forget(root, differences);
        for (var reading : found) {
            if (insert(root, reading, access)) {
                differences.merge(reading.part(), new Difference(reading.share(), 1), Difference::plus);
            }
        }
        move(differences);
    }

    private void forget(DueSubjects.Root root, Map<Part, Difference> differences) throws SQLException {
        try (var delete = connection.prepareStatement(FORMER)) {
            delete.setString(1, root.type());
            delete.setString(2, root.id());
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    var less = new Difference(rows.getBigDecimal(2).negate(), -1);
                    differences.merge(Part.valueOf(rows.getString(1)), less, Difference::plus);
                }
            }
        }
    }

    /** @return false where the same subject was told twice */
    private boolean insert(DueSubjects.Root root, Reading reading, String access) throws SQLException {
        try (var insert = connection.prepareStatement(PRESENT)) {
            insert.setString(1, BuiltIn.of(reading.part()).key());
            insert.setString(2, reading.part().name());
            insert.setString(3, root.type());
            insert.setString(4, root.id());
            insert.setString(5, reading.item());
            insert.setString(6, reading.subject().type());
            insert.setString(7, reading.subject().id());
            insert.setString(8, reading.subject().number());
            insert.setString(9, reading.subject().href());
            insert.setBigDecimal(10, reading.share());
            insert.setString(11, reading.reason());
            insert.setString(12, access);
            return insert.executeUpdate() == 1;
        }
    }

    private void move(Map<Part, Difference> differences) throws SQLException {
        try (var move = connection.prepareStatement(MOVE)) {
            for (var entry : differences.entrySet()) {
                var difference = entry.getValue();
                if (!difference.isNone()) {
                    move.setString(1, entry.getKey().name());
                    move.setString(2, BuiltIn.of(entry.getKey()).key());
                    move.setBigDecimal(3, difference.numerator());
                    move.setLong(4, difference.denominator());
                    move.execute();
                }
            }
        }
    }

    List<Sum> moved() throws SQLException {
        try (var query = connection.prepareStatement(MOVED);
                var rows = query.executeQuery()) {
            var sums = new ArrayList<Sum>();
            while (rows.next()) {
                sums.add(new Sum(rows.getString(1), rows.getBigDecimal(2), rows.getLong(3)));
            }
            return sums;
        }
    }
}
