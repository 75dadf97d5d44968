package city.c3po.bench.tool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that is looked for, and how to get it where it is not. */
public enum Tool {
    WRK("wrk", "sudo apt-get install wrk"),
    PGBENCH("pgbench", "sudo apt-get install postgresql"),
    NGINX("nginx", "sudo apt-get install nginx-light");

    // Where Debian puts servers and PostgreSQL its programs; neither is in the PATH of an ordinary user.
    private static final List<Path> USUAL = List.of(Path.of("/usr/sbin"), Path.of("/usr/local/sbin"));
    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");

    private final String program;
    private final String install;

    Tool(String program, String install) {
        this.program = program;
        this.install = install;
    }

    public Path find() {
        return look().orElseThrow(() -> new Missing(missing()));
    }

    public boolean there() {
        return look().isPresent();
    }

    public String missing() {
        return "%s is not installed: `%s`".formatted(program, install);
    }

    private Optional<Path> look() {
        return folders()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Stream<Path> folders() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var onPath = Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        // PostgreSQL's own folder first: the one in the PATH is a wrapper that wants a cluster of the distribution.
        return Stream.of(postgres(), onPath, USUAL.stream()).flatMap(folders -> folders);
    }

    private static Stream<Path> postgres() {
        try (var versions = Files.list(POSTGRES)) {
            return versions
                    .sorted(Comparator.comparing(
                                    (Path version) -> version.getFileName().toString())
                            .reversed())
                    .map(version -> version.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
