package city.c3po.local;

import city.c3po.local.part.Home;
import city.c3po.local.part.Settings;
import city.c3po.local.suite.Console;
import city.c3po.local.suite.Suite;
import java.nio.file.Path;
import java.util.Map;

/**
 * The last step of a build by {@code ./c3po}: unpacks PostgreSQL and builds Keycloak for the features that the city uses,
 * which takes half a minute once. Where another build made the jars, the first start does it.
 */
final class Install {
    private Install() {}

    public static void main(String... arguments) {
        var repository = Path.of(arguments[0]).toAbsolutePath().normalize();
        var home = new Home(repository, repository.resolve("local/target/install"));
        var console = new Console(System.out);
        new Suite(home, Settings.of(Map.of())).parts().forEach(part -> part.install(console));
    }
}
