package city.c3po.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.c3po.testing.openapi.AsyncApiDocument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every producer extends this; a change of a schema that breaks an example committed earlier fails here. */
public abstract class ContractCheck {
    private static final List<String> REQUIRED = List.of("fact", "state", "access");
    private static final Set<String> MEMBERS = Set.of("fact", "state", "access", "tasks");
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable Contracts read;

    /** Of the producing service. */
    protected abstract String key();

    /** Every type that the service can emit, taken from its code. */
    protected abstract Collection<String> emittedTypes();

    /** Read once: a journal is checked row by row. */
    Contracts contracts() {
        if (read == null) {
            read = Contracts.of(key());
        }
        return read;
    }

    @Test
    void there_is_a_schema_for_every_type_that_is_emitted_and_for_no_other() {
        assertEquals(new TreeSet<>(emittedTypes()), contracts().types());
    }

    @TestFactory
    Stream<DynamicTest> every_schema_is_valid_and_has_an_example() {
        var contracts = contracts();
        return contracts.types().stream()
                .map(type -> dynamicTest(type, () -> {
                    var schema = contracts.folder().resolve(type.substring("city.c3po.".length()) + ".schema.json");
                    assertEquals(List.of(), contracts.faultsOfSchema(schema));
                    assertFalse(contracts.examples(type).isEmpty(), "no example");
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_example_ever_committed_still_validates() {
        var contracts = contracts();
        return contracts.allExamples().stream()
                .map(file -> dynamicTest(
                        file.getFileName().toString(), () -> assertEquals(List.of(), faults(contracts, file))));
    }

    @Test
    void the_asyncapi_document_is_the_one_committed() {
        AsyncApiDocument.of(key()).check();
    }

    private static List<String> faults(Contracts contracts, Path file) throws JsonProcessingException {
        var name = file.getFileName().toString();
        var type = "city.c3po." + name.substring(0, name.indexOf(".example"));
        var text = Contracts.text(file);
        var faults = new ArrayList<>(contracts.faults(type, text));
        if (!(JSON.readTree(text) instanceof ObjectNode data)) {
            return List.of("an event's data is an object");
        }
        data.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                faults.add("unknown member " + member + "; data has " + MEMBERS);
            }
        });
        for (var member : REQUIRED) {
            var without = data.deepCopy();
            without.remove(member);
            if (!data.has(member) || contracts.faults(type, without.toString()).isEmpty()) {
                faults.add("the schema must require " + member);
            }
        }
        return faults;
    }
}
