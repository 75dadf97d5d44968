package city.c3po.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where things are.
 *
 * @param repository the checked-out repository, with the built jars in it
 * @param folder what the suite keeps: data, logs, process ids and secrets
 */
public record Home(Path repository, Path folder) {

    public Path logs() {
        return folder.resolve("log");
    }

    public Path processes() {
        return folder.resolve("run");
    }

    /** Unpacked servers and start-up caches: they depend on the build alone, so all homes share them. */
    public Path software() {
        return repository.resolve("local/target/software");
    }

    public Path jar() {
        return repository.resolve("local/target/local-1.0.0-SNAPSHOT.jar");
    }

    public Path data(String part) {
        return create(folder.resolve(part));
    }

    public static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path done, java.io.@org.jspecify.annotations.Nullable IOException problem) throws IOException {
                    if (problem != null) {
                        throw problem;
                    }
                    Files.delete(done);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
