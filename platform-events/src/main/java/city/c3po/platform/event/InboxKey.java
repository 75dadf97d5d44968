package city.c3po.platform.event;

/** Versions count per source, epoch and subject. */
record InboxKey(String source, int epoch, InboxSubject subject) {}
