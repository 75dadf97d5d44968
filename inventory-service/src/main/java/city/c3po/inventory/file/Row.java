package city.c3po.inventory.file;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param line where it begins in the file, from 1
 * @param said attribute → JSON of its value; {@code null} as JSON for an explicit nothing
 */
public record Row(
        int line,
        @Nullable String nativeKey,
        @Nullable String kind,
        @Nullable String state,
        SortedMap<String, String> said,
        List<RowFault> faults) {}
