package city.c3po.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** An intake request as departments send them: not the smallest that is allowed, and not the largest. */
final class Initiative {
    static final String PATH = "/v1/initiatives";

    private static final String TITLE = "${title}";

    /** On one line, with a place for the title's end, for programs that fill it in themselves. */
    static final String TEMPLATE = read();

    private Initiative() {}

    static String called(String title) {
        return TEMPLATE.replace(TITLE, title);
    }

    private static String read() {
        try (var in = Objects.requireNonNull(Initiative.class.getResourceAsStream("/initiative.json"))) {
            return new ObjectMapper().readTree(in).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
