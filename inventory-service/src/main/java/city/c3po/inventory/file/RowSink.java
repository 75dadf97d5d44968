package city.c3po.inventory.file;

import java.io.IOException;

/** Takes one row after the other. */
@FunctionalInterface
public interface RowSink {
    void take(Row row) throws IOException;
}
