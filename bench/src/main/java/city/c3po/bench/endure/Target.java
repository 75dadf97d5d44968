package city.c3po.bench.endure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a blow can fall on.
 *
 * @param part the part itself, the one that others reach over the way, or the one that keeps its data on the disk
 */
record Target(Sort sort, String part) {
    enum Sort {
        /** Its processes. */
        PART,
        /** The connections to it: of clients to the door, of the door to a service, of services to a server. */
        WAY_TO,
        /** The disk with its data. */
        DISK_OF
    }

    /** Always in the same order, so that the same seed strikes the same. */
    static List<Target> all(Collection<String> parts, Collection<String> disks) {
        return Stream.of(of(Sort.PART, parts), of(Sort.WAY_TO, parts), of(Sort.DISK_OF, disks))
                .flatMap(targets -> targets)
                .toList();
    }

    private static Stream<Target> of(Sort sort, Collection<String> parts) {
        return parts.stream().sorted().map(part -> new Target(sort, part));
    }

    /** As in {@code --blows}. */
    String name() {
        return sort == Sort.PART ? part : sort.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + part;
    }
}
