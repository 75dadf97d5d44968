package city.c3po.local;

import city.c3po.local.part.BadSetting;
import city.c3po.local.part.Part;
import city.c3po.local.suite.Suite;
import java.util.List;

/** Finds the parts that a person has named. */
final class Named {
    private Named() {}

    static List<Part> parts(Suite suite, List<String> names) {
        return names.stream().map(name -> part(suite, name)).toList();
    }

    static Part part(Suite suite, String name) {
        if (!suite.names().contains(name)) {
            throw new BadSetting(
                    "There is no part %s here. The parts are: %s".formatted(name, String.join(", ", suite.names())));
        }
        return suite.part(name);
    }
}
