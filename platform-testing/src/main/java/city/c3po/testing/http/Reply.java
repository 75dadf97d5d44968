package city.c3po.testing.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** @param status 0 when the server closed the connection instead of answering */
public record Reply(int status, Map<String, List<String>> headers, String body) {

    static Reply none(IOException cause) {
        return new Reply(0, Map.of(), cause.toString());
    }

    public Optional<String> header(String name) {
        var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return Optional.ofNullable(byName.get(name)).map(List::getFirst);
    }

    public boolean isProblem() {
        return header("Content-Type")
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
    }
}
