package city.c3po.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Files that came with the build. */
public final class Resources {
    private Resources() {}

    public static byte[] read(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is missing in the build"));
    }

    public static Optional<byte[]> find(String name) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
