package city.c3po.inventory;

import city.c3po.testing.Database;
import java.sql.SQLException;

/** What portfolio has told of the city, and questions to the database that no operation answers. */
public final class City {
    private City() {}

    /** Departments, people and vendors that tests refer to. */
    public static void known() {
        run("""
                insert into known_reference (kind, id, name, version) values
                    ('department', 'DEP-PW', 'Public Works', 1), ('department', 'DEP-LIB', 'Library', 1),
                    ('department', 'DEP-IT', 'Information Technology', 1),
                    ('person', 'ada', 'Ada Park', 1), ('person', 'bo', 'Bo Clerk', 1),
                    ('vendor', 'V-1001', 'Acme Civic', 1), ('vendor', 'V-1002', 'Bridge Software', 1)
                on conflict do nothing""");
    }

    public static void run(String sql) {
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The first column of the first row, as text. */
    public static String ask(String sql) {
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "no row";
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
