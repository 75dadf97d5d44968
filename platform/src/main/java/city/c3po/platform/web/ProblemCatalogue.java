package city.c3po.platform.web;

import jakarta.inject.Singleton;
import java.util.List;

/** Every problem this service can answer with; compared with the committed {@code docs/problems/<key>.json}. */
@Singleton
public class ProblemCatalogue {
    /**
     * @param meaning what is the matter
     * @param whatToDo what the caller does next
     */
    public record Entry(String code, int status, String title, String meaning, String whatToDo) {}

    /** By code. */
    public List<Entry> entries() {
        throw new UnsupportedOperationException();
    }
}
