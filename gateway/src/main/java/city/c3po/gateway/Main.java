package city.c3po.gateway;

import city.c3po.gateway.door.HeadDeadline;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Main {
    public static void main(String... arguments) {
        // The framework's own check answers 400 without a word before any handler runs; RequestPath is stricter.
        System.setProperty("vertx.disableURIValidation", "true");
        System.setProperty(HeadDeadline.SWITCH, "serviceload");
        Quarkus.run(arguments);
    }
}
