package city.c3po.inventory.asset;

/** How a city gets rid of things. */
public enum DisposalMethod {
    RECYCLED,
    SOLD,
    DONATED,
    DESTROYED,
    RETURNED_TO_LESSOR
}
