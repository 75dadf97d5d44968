package city.c3po.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A document that people write and this command fills in. Only what stands between {@code <!-- bench:name -->} and
 * {@code <!-- /bench:name -->} is ever replaced.
 */
public final class MarkedDocument {
    private final Path file;

    public MarkedDocument(Path file) {
        this.file = file;
    }

    /** Replaces one marked place; false when the document has no such place. */
    public boolean fill(String name, String markdown) {
        try {
            if (!Files.exists(file)) {
                return false;
            }
            var before = Files.readString(file);
            var open = "<!-- bench:%s -->".formatted(name);
            var close = "<!-- /bench:%s -->".formatted(name);
            var begin = before.indexOf(open);
            var end = before.indexOf(close, Math.max(begin, 0));
            if (begin < 0 || end < 0) {
                return false;
            }
            var after = before.substring(0, begin + open.length()) + "\n\n" + markdown.strip() + "\n\n"
                    + before.substring(end);
            var next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, after);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
