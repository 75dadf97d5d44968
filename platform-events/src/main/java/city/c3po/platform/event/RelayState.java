package city.c3po.platform.event;

/** How a relay is doing, for health. */
enum RelayState {
    STARTING,
    /** Another replica holds the lease. */
    STANDING_BY,
    CARRYING,
    /** Database or broker out of reach; what is in the outbox waits safely. */
    FAILING,
    /** The topic has another number of partitions: sending would mix up the order of events. Nothing is sent. */
    UNFIT_TOPIC
}
