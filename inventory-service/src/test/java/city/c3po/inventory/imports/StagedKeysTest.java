package city.c3po.inventory.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A file's keys are those that its rows would have one by one. */
@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class StagedKeysTest {
    private static final String ID = "'0198c0de-0000-7000-8000-00000000abcd'::uuid";

    private static final String STAGE = """
            insert into staged_row (import, line, native_key, said, digest)
            select %s, n, nullif('k' || n, 'k2'), said::jsonb, gen_random_uuid()
            from unnest(array[
                '{"manufacturer": "Dell Inc.", "serial": "ab-12", "tag": "LIB-1", "uuid": "{12345678-1234-4123-8123-123456789abc}",
                  "macs": ["00:11:22:33:44:55", "00-11-22-33-44-55", "02:11:22:33:44:55", "none"]}',
                '{"manufacturer": "Dell", "serial": "To be filled by O.E.M.", "tag": "None", "macs": null,
                  "uuid": "03000200-0400-0500-0006-000700080009"}',
                '{"serial": "0000", "manufacturer": "HP", "macs": "00:11:22:33:44:66"}',
                '{"name": "Nothing that identifies it"}']) with ordinality row (said, n)""";

    private static final String ONE_BY_ONE = """
            select s.line, k.kind, k.value
            from staged_row s cross join lateral identity_keys('feed', coalesce(s.native_key, ''), s.said) k
            where s.import = %s and (k.kind <> 'N' or s.native_key is not null)""";

    private static final String AT_ONCE = "select line, kind, value from staged_key where import = %s";

    @Test
    void keys_of_a_file_are_those_of_its_rows() throws SQLException {
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(STAGE.formatted(ID));
            statement.execute("select import_stage_keys(" + ID + ", 'feed')");
            assertEquals(0, count(statement, ONE_BY_ONE + " except " + AT_ONCE));
            assertEquals(0, count(statement, AT_ONCE + " except " + ONE_BY_ONE));
            assertEquals(7, count(statement, AT_ONCE));
            connection.rollback();
        }
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery("select count(*) from (" + sql.formatted(ID, ID) + ") found")) {
            row.next();
            return row.getLong(1);
        }
    }
}
