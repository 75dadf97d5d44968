package city.c3po.inventory.asset;

/** What an asset is; decides its lifecycle. The same decision is in the SQL function {@code lifecycle_family}. */
public enum AssetKind {
    HARDWARE(Family.PHYSICAL),
    SYSTEM(Family.PHYSICAL),
    SOFTWARE_INSTALL(Family.LICENSED),
    SUBSCRIPTION(Family.LICENSED),
    CLOUD_RESOURCE(Family.LICENSED),
    DATA_SET(Family.LICENSED);

    /** Which kinds share a lifecycle. */
    public enum Family {
        /** Bought, stocked, used, retired, disposed of. */
        PHYSICAL,
        /** Planned, active for a term, ended. */
        LICENSED
    }

    private final Family family;

    AssetKind(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }
}
