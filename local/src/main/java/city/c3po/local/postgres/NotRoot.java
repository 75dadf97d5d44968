package city.c3po.local.postgres;

import city.c3po.local.part.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root, and root is what one is in most containers. Then its programs run in a user
 * namespace where root is nobody, or, where the container forbids namespaces, as the user nobody.
 */
final class NotRoot {
    private static final int NOBODY = 65_534;

    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final Path folder;

    /** @param folder everything that PostgreSQL writes */
    NotRoot(Path folder) {
        this.folder = folder;
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<String>();
        if (uid(Path.of("/proc/self")) == 0) {
            all.addAll(prefix(Path.of(command.getFirst())));
        }
        all.addAll(command);
        return all;
    }

    private List<String> prefix(Path program) {
        // Data once given to nobody stay with nobody: inside a namespace they would be unreadable.
        if (uid(folder) != NOBODY && works(NAMESPACE, program)) {
            return NAMESPACE;
        }
        if (works(AS_NOBODY, program)) {
            give(folder);
            return AS_NOBODY;
        }
        throw new Refusal("""
                PostgreSQL refuses to run as root. Neither `unshare --user` nor `setpriv` as user nobody can run %s \
                here. Start the suite as an ordinary user, or name a server with C3PO_POSTGRES_URL.""".formatted(program));
    }

    private static boolean works(List<String> prefix, Path program) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(program.toString(), "--version"));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(new File("/dev/null"))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void give(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new Refusal("The database's files cannot be given to user nobody", e);
        }
    }

    private static int uid(Path file) {
        try {
            return Files.exists(file) ? (Integer) Files.getAttribute(file, "unix:uid") : -1;
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }
}
