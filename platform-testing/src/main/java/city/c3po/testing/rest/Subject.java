package city.c3po.testing.rest;

import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** A chapter of the API guide. */
interface Subject {
    String name();

    List<Check> checks();

    /** @param sentence what must be true */
    record Check(String sentence, Executable code) {}

    static Check check(String sentence, Executable code) {
        return new Check(sentence, code);
    }
}
