package city.c3po.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.reporting.report.Cycles;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import city.c3po.testing.Workspace;
import city.c3po.testing.contract.ContractCheck;
import city.c3po.testing.contract.Contracts;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is really journalled is what the contracts promise. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ReportingEventTest extends ContractCheck {
    @Override
    protected String key() {
        return "reporting";
    }

    @Override
    protected Collection<String> emittedTypes() {
        try {
            return Stream.of(Class.forName(
                                    "city.c3po.reporting.report.ReportEvent", false, Cycles.class.getClassLoader())
                            .getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .map(fact ->
                            "city.c3po.report." + Character.toLowerCase(fact.charAt(0)) + fact.substring(1) + ".v1")
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void every_fact_is_journalled_as_its_contract_says() throws SQLException, IOException {
        tellEverything();

        var contracts = Contracts.of(key());
        var seen = new TreeSet<String>();
        try (var connection = Database.current().asApp();
                var rows = connection.createStatement().executeQuery("""
                        select type, jsonb_build_object('fact', fact, 'state', state, 'access', access) from journal
                        order by id""")) {
            while (rows.next()) {
                var type = rows.getString(1);
                seen.add(type);
                if (Workspace.updates()) {
                    keepAsExample(type, rows.getString(2));
                }
                contracts.assertMatches(type, rows.getString(2));
            }
        }
        assertEquals(new TreeSet<>(emittedTypes()), seen);
    }

    private static void tellEverything() {
        try (var city = new City()) {
            var cycles = new Cycles(city);
            var day = Cycles.today().minusDays(1);
            city.mark(Instant.now());
            city.project(city.body + "-a", "created", Instant.now(), "EXECUTING", "");
            var cycle = cycles.collecting(day);
            Cycles.PPM
                    .send(
                            "PATCH",
                            cycle,
                            "{\"agendaItem\":\"D.1\"}",
                            "If-Match",
                            Cycles.PPM.get(cycle).header("ETag"))
                    .is(200);
            City.silence();
            Cycles.PPM.verb(cycle, "freeze", "{}").is(202);
            city.mark(Instant.now());
            Portfolio.await("frozen", () -> Cycles.PPM.get(cycle).at("/state").equals("FROZEN"));
            Cycles.PPM.verb(cycle, "return", "{\"reason\":\"Once more.\"}").is(200);
            Cycles.PPM.verb(cycle, "freeze", "{}").is(200);
            cycles.publish(cycle);
            refused(city, cycles, Cycles.id(cycle));
            var corrected = Cycles.PPM
                    .verb(cycle, "supersede", "{\"reason\":\"A figure was wrong.\"}")
                    .is(201)
                    .at("/href");
            Cycles.PPM.verb(corrected, "freeze", "{}").is(200);
            cycles.publish(corrected);
            Cycles.PPM
                    .verb(corrected, "withdraw", "{\"reason\":\"A name was in it.\"}")
                    .is(200);
        }
    }

    /** One that waits, and then does not add up. */
    private static void refused(City city, Cycles cycles, String first) {
        City.asOwner("delete from report_standing where report = '" + first + "'");
        City.asOwner("update change set state = jsonb_set(state, '{state}', '\"CLOSED\"') where subject_id = '"
                + city.body + "-a'");
        city.project(city.body + "-a", "moved", Instant.now(), "CLOSED", "");
        var cycle = cycles.collecting(Cycles.today().minusDays(1));
        City.silence();
        Cycles.PPM.verb(cycle, "freeze", "{}").is(202);
        city.mark(Instant.now());
        Portfolio.await(
                "refused", () -> Cycles.PPM.get(cycle + "/freeze").at("/state").equals("REFUSED"));
        assertEquals("roll-forward-balances", Cycles.PPM.get(cycle + "/freeze").at("/refusedFor"));
        Cycles.PPM.verb(cycle, "cancel", "{\"reason\":\"No quorum.\"}").is(200);
    }

    /** Where a contract has none yet; one that was committed stays for ever. */
    private static void keepAsExample(String type, String data) throws IOException {
        var file = Workspace.root()
                .resolve("contracts/reporting")
                .resolve(type.substring("city.c3po.".length()) + ".example.json");
        if (!Files.exists(file)) {
            var json = JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();
            Files.writeString(file, json.readTree(data).toPrettyString() + "\n");
        }
    }
}
