package city.c3po.platform.event;

/** How far a subject is taken. */
final class InboxRow {
    private long version;
    private boolean gap;

    InboxRow(long version, boolean gap) {
        this.version = version;
        this.gap = gap;
    }

    long version() {
        return version;
    }

    /** Something of it waits. */
    boolean gap() {
        return gap;
    }

    void advance() {
        version++;
    }

    /** @return whether it was none before */
    boolean open() {
        boolean opened = !gap;
        gap = true;
        return opened;
    }

    void close() {
        gap = false;
    }
}
