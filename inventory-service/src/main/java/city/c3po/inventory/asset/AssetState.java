package city.c3po.inventory.asset;

import city.c3po.inventory.asset.AssetKind.Family;
import java.util.EnumSet;
import java.util.Set;

/** Where an asset is in its life; the only table of legal moves. The SQL table {@code legal_move} says the same. */
public enum AssetState {
    REQUESTED(Family.PHYSICAL),
    ON_ORDER(Family.PHYSICAL),
    IN_STOCK(Family.PHYSICAL),
    IN_USE(Family.PHYSICAL),
    IN_TRANSIT(Family.PHYSICAL),
    IN_MAINTENANCE(Family.PHYSICAL),
    /** Nobody knows where it is. */
    MISSING(Family.PHYSICAL),
    RETIRED(Family.PHYSICAL),
    /** Gone for good. */
    DISPOSED(Family.PHYSICAL),
    CANCELLED(Family.PHYSICAL),

    PLANNED(Family.LICENSED),
    TRIAL(Family.LICENSED),
    ACTIVE(Family.LICENSED),
    EXPIRED(Family.LICENSED),
    TERMINATED(Family.LICENSED);

    private final Family family;

    AssetState(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }

    public Set<AssetState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(ON_ORDER, CANCELLED);
            case ON_ORDER -> EnumSet.of(IN_STOCK, CANCELLED);
            case IN_STOCK -> EnumSet.of(IN_USE, IN_TRANSIT, IN_MAINTENANCE, MISSING, RETIRED);
            case IN_USE -> EnumSet.of(IN_STOCK, IN_MAINTENANCE, MISSING, RETIRED);
            case IN_TRANSIT -> EnumSet.of(IN_STOCK, MISSING, RETIRED);
            case IN_MAINTENANCE -> EnumSet.of(IN_STOCK, IN_USE, MISSING, RETIRED);
            case MISSING -> EnumSet.of(IN_STOCK, IN_USE, RETIRED);
            case RETIRED -> EnumSet.of(DISPOSED, IN_STOCK);
            case PLANNED -> EnumSet.of(TRIAL, ACTIVE, TERMINATED);
            case TRIAL -> EnumSet.of(ACTIVE, EXPIRED, TERMINATED);
            case ACTIVE -> EnumSet.of(EXPIRED, TERMINATED);
            case EXPIRED -> EnumSet.of(ACTIVE, TERMINATED);
            case DISPOSED, CANCELLED, TERMINATED -> EnumSet.noneOf(AssetState.class);
        };
    }

    /** Whether it is assigned to nobody, whatever a source says. */
    boolean isReleased() {
        return this == RETIRED || this == DISPOSED;
    }

    /** Where an asset of the kind begins when nobody says otherwise. */
    static AssetState first(AssetKind kind) {
        return switch (kind.family()) {
            case PHYSICAL -> REQUESTED;
            case LICENSED -> PLANNED;
        };
    }
}
