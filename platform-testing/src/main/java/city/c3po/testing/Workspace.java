package city.c3po.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checked-out repository that the tests run in. */
public final class Workspace {
    private Workspace() {}

    /** The folder that holds the Maven wrapper. */
    public static Path root() {
        var told = System.getProperty("c3po.root");
        if (told != null && !told.isBlank()) {
            return Path.of(told).toAbsolutePath().normalize();
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no folder with mvnw above " + Path.of("").toAbsolutePath());
    }

    /** {@code -Dc3po.update=true}: committed copies are rewritten, for a person to review and commit. */
    public static boolean updates() {
        return Boolean.getBoolean("c3po.update");
    }

    /** {@code -Dc3po.all=true}: what cannot be run here fails, instead of being skipped with its reason. */
    public static boolean demandsAll() {
        return Boolean.getBoolean("c3po.all");
    }
}
