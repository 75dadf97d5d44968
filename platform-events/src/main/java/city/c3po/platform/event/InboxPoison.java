package city.c3po.platform.event;

/** A record that cannot be taken, however often it is tried: it waits for an operator, and all others flow on. */
public final class InboxPoison extends RuntimeException {
    public InboxPoison(String what) {
        super(what, null, false, false);
    }
}
