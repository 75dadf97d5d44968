package city.c3po.portfolio;

import city.c3po.platform.web.ProblemCatalogue;
import city.c3po.testing.SharesInfra;
import city.c3po.testing.openapi.DocumentCheck;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collection;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class PortfolioDocumentTest extends DocumentCheck {
    @Inject
    ProblemCatalogue problems;

    @Override
    protected String key() {
        return "portfolio";
    }

    @Override
    protected Collection<?> problems() {
        return problems.entries();
    }
}
