package city.c3po.inventory.asset;

import city.c3po.inventory.City;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.rest.RestConformance;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class AssetConformanceTest extends RestConformance {
    @BeforeEach
    void references() {
        City.known();
    }

    @Override
    protected String path() {
        return "/v1/assets";
    }

    @Override
    protected String newBody(String title) {
        return "{\"kind\": \"HARDWARE\", \"name\": \"%s\", \"department\": \"DEP-PW\", \"sampleData\": true}"
                .formatted(title);
    }

    @Override
    protected Invalid invalid() {
        return new Invalid(
                "{\"kind\": \"HARDWARE\", \"name\": \"\", \"department\": \"PW\", \"macs\": [\"\"], \"cores\": -1}",
                Set.of("/name", "/department", "/macs/0", "/cores"));
    }

    @Override
    protected Transition transition() {
        return Transition.of("order");
    }

    @Override
    protected Map<String, String> filter() {
        return Map.of("sampleData", "true");
    }

    @Override
    protected String titleMember() {
        return "name";
    }

    @Override
    protected String creator() {
        return Tokens.as("submitter").token();
    }

    @Override
    protected String withoutRole() {
        return Tokens.as("clerk").token();
    }

    @Override
    protected String stranger() {
        return Tokens.as("submitter-2").token();
    }
}
