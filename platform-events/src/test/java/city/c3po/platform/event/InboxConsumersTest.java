package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxConsumersTest {
    private final BackboneConfig reporting = new SmallRyeConfigBuilder()
            .withMapping(BackboneConfig.class)
            .withDefaultValue("c3po.key", "reporting")
            .withDefaultValue("c3po.topic.prefix", "run-1.")
            .withDefaultValue("c3po.db.owner.password", "owner")
            .withDefaultValue("c3po.db.app.password", "app")
            .build()
            .getConfigMapping(BackboneConfig.class);

    @Test
    void eachSourceHasItsTopic() {
        assertEquals(
                Map.of("run-1.c3po.portfolio.v1", "portfolio", "run-1.c3po.inventory-assets.v1", "inventory-assets"),
                InboxConsumers.topics(reporting, List.of("portfolio", "inventory-assets", "portfolio")));
    }

    @Test
    void aServiceNeverListensToItself() {
        assertThrows(
                IllegalStateException.class, () -> InboxConsumers.topics(reporting, List.of("portfolio", "reporting")));
    }
}
