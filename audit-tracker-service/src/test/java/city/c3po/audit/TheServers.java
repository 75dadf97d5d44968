package city.c3po.audit;

import city.c3po.testing.SharedInfra;
import city.c3po.testing.WithInfra;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The servers of all tests of this service. Quarkus compares the arrays of a test's annotation by identity and takes the
 * same list of topics for another each time: named here, once, it starts the application once for all classes.
 */
public final class TheServers implements QuarkusTestResourceLifecycleManager {
    private final SharedInfra infra = new SharedInfra();

    @WithInfra(
            value = "audit",
            consumes = {"charter", "portfolio", "inventory", "reporting"})
    private static final class Wanted {}

    @Override
    public Map<String, String> start() {
        infra.init(Wanted.class.getAnnotation(WithInfra.class));
        return infra.start();
    }

    @Override
    public void stop() {
        infra.stop();
    }
}
