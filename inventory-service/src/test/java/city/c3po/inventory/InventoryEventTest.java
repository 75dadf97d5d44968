package city.c3po.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.inventory.asset.Assets;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is really journalled is what the contracts promise. */
@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class InventoryEventTest extends ContractCheck {
    @Override
    protected String key() {
        return "inventory";
    }

    @Override
    protected Collection<String> emittedTypes() {
        var types = new ArrayList<String>();
        types.addAll(facts("city.c3po.inventory.asset.AssetEvent", "asset"));
        types.addAll(facts("city.c3po.inventory.source.SourceEvent", "source"));
        types.addAll(facts("city.c3po.inventory.imports.ImportEvent", "import"));
        types.addAll(facts("city.c3po.inventory.review.MatchReviewEvent", "matchReview"));
        return types;
    }

    @Test
    void every_fact_is_journalled_as_its_contract_says() throws SQLException, IOException {
        Story.tell();

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
                .resolve("contracts/inventory")
                .resolve(type.substring("city.c3po.".length()) + ".example.json");
        if (!Files.exists(file)) {
            var json = JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();
            Files.writeString(file, json.readTree(data).toPrettyString() + "\n");
        }
    }

    private static List<String> facts(String family, String aggregate) {
        try {
            return Stream.of(Class.forName(family, false, Assets.class.getClassLoader())
                            .getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .map(fact -> "city.c3po." + aggregate + "." + Character.toLowerCase(fact.charAt(0))
                            + fact.substring(1) + ".v1")
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
