package city.c3po.inventory;

import city.c3po.platform.web.ProblemCatalogue;
import city.c3po.testing.WithInfra;
import city.c3po.testing.openapi.DocumentCheck;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collection;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class InventoryDocumentTest extends DocumentCheck {
    @Inject
    ProblemCatalogue problems;

    @Override
    protected String key() {
        return "inventory";
    }

    @Override
    protected Collection<?> problems() {
        return problems.entries();
    }
}
