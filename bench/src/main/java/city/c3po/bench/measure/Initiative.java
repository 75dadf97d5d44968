package city.c3po.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** As people write: about something else each time, so that none is suggested as a duplicate of another. */
    static String unlike(int number) {
        var random = new Random(number);
        return TEMPLATE.replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"" + words(random, 5) + "\"")
                .replaceFirst("\"problem\":\"[^\"]*\"", "\"problem\":\"" + words(random, 12) + "\"");
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> random.ints(4 + random.nextInt(5), 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .collect(Collectors.joining(" "));
    }

    private static String read() {
        try (var in = Objects.requireNonNull(Initiative.class.getResourceAsStream("/initiative.json"))) {
            return new ObjectMapper().readTree(in).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
