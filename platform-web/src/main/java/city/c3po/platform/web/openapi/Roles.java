package city.c3po.platform.web.openapi;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The roles of an operation, those from the configuration included. */
final class Roles {
    private Roles() {}

    static List<String> named(List<String> declared) {
        return declared.stream().flatMap(Roles::named).distinct().toList();
    }

    private static Stream<String> named(String declared) {
        if (!declared.startsWith("${") || !declared.endsWith("}")) {
            return Stream.of(declared);
        }
        var key = declared.substring(2, declared.length() - 1);
        return ConfigProvider.getConfig()
                .getOptionalValues(key, String.class)
                .map(List::stream)
                .orElse(Stream.of(declared));
    }
}
