package city.c3po.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Files that came with the build. */
final class Resources {
    private Resources() {}

    static byte[] read(String name) {
        try (var in = open(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static boolean has(String name) {
        return Thread.currentThread().getContextClassLoader().getResource(name) != null;
    }

    private static @Nullable InputStream open(String name) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    }
}
