package city.c3po.local.part;

import java.util.List;
import java.util.Map;

/** A command line with what it adds to the environment. */
public record Launch(List<String> command, Map<String, String> environment) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
