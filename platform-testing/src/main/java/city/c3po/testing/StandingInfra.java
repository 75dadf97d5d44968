package city.c3po.testing;

import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@link SharesInfra} does. */
public final class StandingInfra implements QuarkusTestResourceConfigurableLifecycleManager<SharesInfra> {
    private final SharedInfra infra = new SharedInfra();

    @Override
    public void init(SharesInfra wanted) {
        var consumed = wanted.consumes().isEmpty()
                ? List.<String>of()
                : List.of(wanted.consumes().split(","));
        infra.init(wanted.value(), Set.of(Server.values()), consumed, false);
    }

    @Override
    public Map<String, String> start() {
        return infra.start();
    }

    @Override
    public void stop() {
        infra.stop();
    }
}
