package city.c3po.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.charter.engagement.KeyStaffWatch;
import city.c3po.charter.signing.CeremonyDeadlines;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import city.c3po.testing.Workspace;
import city.c3po.testing.contract.ContractCheck;
import city.c3po.testing.contract.Contracts;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is really journalled is what the contracts promise. */
@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class CharterEventTest extends ContractCheck {
    private static final Map<String, String> FAMILIES = Map.of(
            "charter", "charter.Charter",
            "charterTemplate", "template.CharterTemplate",
            "signOff", "signing.SignOff",
            "signingAttempt", "signing.SigningAttempt",
            "delegation", "signing.Delegation",
            "document", "document.Document",
            "engagement", "engagement.Engagement",
            "evaluation", "evaluation.Evaluation");

    @Inject
    CeremonyDeadlines deadlines;

    @Inject
    KeyStaffWatch watch;

    @Override
    protected String key() {
        return "charter";
    }

    @Override
    protected Collection<String> emittedTypes() {
        return FAMILIES.entrySet().stream()
                .flatMap(family -> facts(family.getKey(), family.getValue()))
                .toList();
    }

    @Test
    void every_fact_is_journalled_as_its_contract_says() throws SQLException, IOException {
        Story.tell(deadlines, watch);

        var contracts = Contracts.of(key());
        var seen = new TreeSet<String>();
        try (var connection = Database.current().asApp();
                var rows = connection.createStatement().executeQuery("""
                        select type, jsonb_build_object('fact', fact, 'state', state, 'access', access)
                                     || case when tasks is null then '{}' else jsonb_build_object('tasks', tasks) end
                        from journal order by id""")) {
            while (rows.next()) {
                var type = rows.getString(1);
                var data = rows.getString(2);
                seen.add(type);
                if (Workspace.updates()) {
                    keepAsExample(type, data);
                }
                contracts.assertMatches(type, data);
            }
        }
        assertEquals(new TreeSet<>(emittedTypes()), seen);
    }

    /** Where a contract has none yet; one that was committed stays for ever. */
    private static void keepAsExample(String type, String data) throws IOException {
        var file = Workspace.root()
                .resolve("contracts/charter")
                .resolve(type.substring("city.c3po.".length()) + ".example.json");
        if (!Files.exists(file)) {
            var json = JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();
            Files.writeString(file, json.readTree(data).toPrettyString() + "\n");
        }
    }

    private static Stream<String> facts(String aggregate, String family) {
        try {
            var type = Class.forName(
                    "city.c3po.charter." + family + "Event", false, CeremonyDeadlines.class.getClassLoader());
            return Stream.of(type.getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .map(fact -> "city.c3po." + aggregate + "." + Character.toLowerCase(fact.charAt(0))
                            + fact.substring(1) + ".v1");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
