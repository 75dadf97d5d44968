package city.c3po.platform.event;

/** How the consumer is doing, for health. */
enum InboxState {
    /** This service has no sources. */
    NONE,
    STARTING,
    TAKING,
    /** The database is out of reach, or something else passes: the same records are tried again. */
    RETRYING,
    BROKER_AWAY,
    CLOSED;

    boolean ready() {
        return this == NONE || this == TAKING;
    }
}
