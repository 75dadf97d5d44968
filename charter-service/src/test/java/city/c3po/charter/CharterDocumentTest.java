package city.c3po.charter;

import city.c3po.platform.web.ProblemCatalogue;
import city.c3po.testing.WithInfra;
import city.c3po.testing.openapi.DocumentCheck;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collection;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class CharterDocumentTest extends DocumentCheck {
    @Inject
    ProblemCatalogue problems;

    @Override
    protected String key() {
        return "charter";
    }

    @Override
    protected Collection<?> problems() {
        return problems.entries();
    }
}
