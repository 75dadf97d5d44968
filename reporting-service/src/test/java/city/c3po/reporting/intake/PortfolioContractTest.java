package city.c3po.reporting.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import city.c3po.testing.contract.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What portfolio promises to send, this service can take. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class PortfolioContractTest {
    @Test
    void everyEventOfTheContractBecomesALine() throws SQLException {
        var contracts = Contracts.of("portfolio");
        assertFalse(contracts.types().isEmpty());
        var expected = new TreeMap<String, String>();
        try (var portfolio = new Portfolio()) {
            for (var type : contracts.types()) {
                var part = type.split("\\.");
                var subject = portfolio.type + "-" + part[3];
                var headers = new HashMap<>(Portfolio.headers(portfolio.event(subject, 1)));
                headers.put("type", type);
                portfolio.sendRaw(subject, headers, contracts.example(type));
                expected.put(type, part[2] + " " + subject + " created");
            }
            Portfolio.await(
                    () -> "all lines, and not " + lines(portfolio.type),
                    () -> lines(portfolio.type).size() == expected.size());

            assertEquals(expected, lines(portfolio.type));
            assertEquals(
                    0,
                    Portfolio.count("select count(*) from change where subject_id like '" + portfolio.type
                            + "-%' and (subject_href is null or state is null)"));
        }
    }

    private static TreeMap<String, String> lines(String subjects) {
        try (var connection = Database.current().asApp();
                var query = connection.prepareStatement(
                        "select event_type, subject_type || ' ' || subject_id || ' ' || op from change where subject_id like ?")) {
            query.setString(1, subjects + "-%");
            try (var row = query.executeQuery()) {
                var lines = new TreeMap<String, String>();
                while (row.next()) {
                    lines.put(row.getString(1), row.getString(2));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
