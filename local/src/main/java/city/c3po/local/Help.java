package city.c3po.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The help texts. They are plain files, so that the launcher can show them before anything is built. */
final class Help {
    private Help() {}

    static String of(String verb) {
        try (var in = Help.class.getResourceAsStream("/help/" + verb + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("There is no help for " + verb);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
