package city.c3po.platform.web;

import java.io.IOException;

/** Rows of a list that are read only while they are written. */
public interface Rows<V> {
    Class<V> type();

    void forEach(Sink<V> sink) throws IOException;

    /** Takes one row after the other. */
    @FunctionalInterface
    interface Sink<V> {
        void take(V row) throws IOException;
    }
}
