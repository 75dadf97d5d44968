package city.c3po.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * That the aggregate says of every operation exactly what its service says: same method and path, same effective
 * security, same request and response with all references followed. It does not look at how the merge was done.
 *
 * <p>References may form cycles, so nothing is unfolded. All parts of all documents start in classes of equal
 * {@linkplain Shape shape}, and classes are split as long as members refer to members of different classes. Parts that
 * end in one class cannot be told apart by following references, however far.
 *
 * @param operations how many were compared
 * @param components how many the aggregate holds, each of whose references was followed
 */
public record MergeProof(int operations, int components) {
    /** Each round costs time in the size of all documents; no honest document nests so deep. */
    private static final int ROUNDS = 500;

    /** @throws DocumentRefused naming what differs */
    static MergeProof of(Collection<OpenDocument> before, ObjectNode after) {
        var parts = new Parts();
        var expected = new TreeMap<String, Integer>();
        for (var document : before) {
            var side = parts.side(document.tree());
            document.routed().forEach(operation -> expected.put(operation.signature(), side.add(operation)));
            side.addComponents();
        }
        if (after.has("security")) {
            throw new DocumentRefused("the aggregate has security at its root");
        }
        var side = parts.side(after);
        var found = new TreeMap<String, Integer>();
        Operation.in(after).forEach(operation -> found.put(operation.signature(), side.add(operation)));
        var components = side.addComponents();

        var classes = parts.classes();
        var differing = new TreeSet<>(expected.keySet());
        differing.addAll(found.keySet());
        differing.removeIf(operation -> expected.containsKey(operation)
                && found.containsKey(operation)
                && classes[expected.get(operation)] == classes[found.get(operation)]);
        if (!differing.isEmpty()) {
            throw new DocumentRefused(
                    "the merge would change " + differing.size() + " operations, the first is " + differing.first());
        }
        return new MergeProof(expected.size(), components);
    }

    /** The parts of several documents, numbered. */
    private static final class Parts {
        private final List<String> texts = new ArrayList<>();
        private final List<int[]> targets = new ArrayList<>();

        Side side(ObjectNode document) {
            return new Side(new Shapes(document));
        }

        /** For each part its class; splits until a round splits nothing. */
        int[] classes() {
            var classes = numbered(texts);
            var rounds = 0;
            for (var before = 0; before < count(classes); ) {
                before = count(classes);
                if (++rounds > ROUNDS) {
                    throw new DocumentRefused("references form chains longer than " + ROUNDS);
                }
                var keys = new ArrayList<List<Integer>>(texts.size());
                for (var part = 0; part < texts.size(); part++) {
                    var key = new ArrayList<Integer>();
                    key.add(classes[part]);
                    for (var target : targets.get(part)) {
                        key.add(classes[target]);
                    }
                    keys.add(key);
                }
                classes = numbered(keys);
            }
            return classes;
        }

        private static <T> int[] numbered(List<T> keys) {
            Map<T, Integer> numbers = new HashMap<>();
            return keys.stream()
                    .mapToInt(key -> numbers.computeIfAbsent(key, k -> numbers.size()))
                    .toArray();
        }

        private static int count(int[] classes) {
            var highest = -1;
            for (var each : classes) {
                highest = Math.max(highest, each);
            }
            return highest + 1;
        }

        final class Side {
            private final Shapes shapes;
            private final Map<Pointer, Integer> numbers = new HashMap<>();
            private final Queue<Pointer> pending = new ArrayDeque<>();

            private Side(Shapes shapes) {
                this.shapes = shapes;
            }

            int add(Operation operation) {
                return add(shapes.of(operation));
            }

            int addComponents() {
                var components = shapes.components();
                add(new Shape("components", components));
                return components.size();
            }

            private int add(Shape shape) {
                var number = reserve();
                fill(number, shape);
                // Not by recursion: a chain of references may be longer than a stack is deep.
                for (var next = pending.poll(); next != null; next = pending.poll()) {
                    fill(numbers.get(next), shapes.of(next));
                }
                return number;
            }

            private int reserve() {
                texts.add("");
                targets.add(new int[0]);
                return texts.size() - 1;
            }

            private void fill(int number, Shape shape) {
                texts.set(number, shape.text());
                targets.set(
                        number, shape.targets().stream().mapToInt(this::number).toArray());
            }

            private int number(Pointer pointer) {
                return numbers.computeIfAbsent(pointer, unseen -> {
                    pending.add(unseen);
                    return reserve();
                });
            }
        }
    }
}
