package city.c3po.local.part;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts a command in a session of its own. Otherwise Ctrl-C at the terminal would reach all parts at the same moment,
 * and the database would be gone before the services have finished.
 */
final class OwnSession {
    private OwnSession() {}

    static List<String> of(List<String> command) {
        var all = new ArrayList<String>();
        if (program("setsid").isPresent()) {
            all.add("setsid");
        } else if (program("perl").isPresent()) {
            all.addAll(List.of("perl", "-MPOSIX=setsid", "-e", "setsid(); exec { $ARGV[0] } @ARGV", "--"));
        }
        all.addAll(command);
        return all;
    }

    static Optional<Path> program(String name) {
        for (var folder : Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)) {
            var file = Path.of(folder, name);
            if (Files.isExecutable(file) && !Files.isDirectory(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
