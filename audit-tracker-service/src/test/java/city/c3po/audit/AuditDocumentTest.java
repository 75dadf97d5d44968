package city.c3po.audit;

import city.c3po.platform.web.ProblemCatalogue;
import city.c3po.testing.openapi.DocumentCheck;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collection;

@QuarkusTest
@WithTestResource(TheServers.class)
class AuditDocumentTest extends DocumentCheck {
    @Inject
    ProblemCatalogue problems;

    @Override
    protected String key() {
        return "audit";
    }

    @Override
    protected Collection<?> problems() {
        return problems.entries();
    }
}
