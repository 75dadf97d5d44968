package city.c3po.bench.endure;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must not happen and did, each kind once with how often and its first example. */
final class Complaints {
    private static final int LONGEST = 600;

    private record Complaint(long count, String example) {}

    private final TreeMap<String, Complaint> kinds = new TreeMap<>();

    /**
     * @param what in the same words whenever it is the same
     * @param example one case of it, with everything that helps to find out why
     */
    synchronized void add(String what, String example) {
        var known = kinds.get(what);
        kinds.put(
                what,
                known == null
                        ? new Complaint(1, example.length() > LONGEST ? example.substring(0, LONGEST) + " …" : example)
                        : new Complaint(known.count + 1, known.example));
    }

    synchronized boolean none() {
        return kinds.isEmpty();
    }

    synchronized List<String> markdown() {
        return kinds.entrySet().stream()
                .map(kind -> "- **%s**, %,d times. First: `%s`"
                        .formatted(
                                kind.getKey(),
                                kind.getValue().count,
                                kind.getValue().example.lines().collect(Collectors.joining(" "))))
                .toList();
    }
}
