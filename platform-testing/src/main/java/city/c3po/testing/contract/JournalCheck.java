package city.c3po.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Database;
import city.c3po.testing.Workspace;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a service really writes to its journal is what its contracts promise, and it writes all of that. */
public abstract class JournalCheck extends ContractCheck {
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /** Lets everything happen that can happen in the service, at least once. */
    protected abstract void tellEverything() throws Exception;

    /** The types of a sealed family of events, by their names. Families are no business of other packages. */
    protected List<String> facts(String family, String aggregate) {
        try {
            return Stream.of(Class.forName(family, false, getClass().getClassLoader())
                            .getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .map(fact -> "city.c3po." + aggregate + "." + Character.toLowerCase(fact.charAt(0))
                            + fact.substring(1) + ".v1")
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void every_fact_is_journalled_as_its_contract_says() throws Exception {
        tellEverything();

        var seen = new TreeSet<String>();
        try (var connection = Database.current().asApp();
                var rows = connection.createStatement().executeQuery("""
                        select type, jsonb_build_object('fact', fact, 'state', state, 'access', access)
                                     || case when tasks is null then '{}' else jsonb_build_object('tasks', tasks) end
                        from journal order by id""")) {
            while (rows.next()) {
                seen.add(rows.getString(1));
                check(rows.getString(1), rows.getString(2));
            }
        }
        assertEquals(new TreeSet<>(emittedTypes()), seen);
    }

    private void check(String type, String data) throws IOException {
        if (Workspace.updates()) {
            keepAsExample(type, data);
        }
        contracts().assertMatches(type, data);
    }

    /** Where a contract has none yet; one that was committed stays for ever. */
    private void keepAsExample(String type, String data) throws IOException {
        Path file = contracts().folder().resolve(type.substring("city.c3po.".length()) + ".example.json");
        if (!Files.exists(file)) {
            Files.writeString(file, EXACT.readTree(data).toPrettyString() + "\n");
        }
    }
}
