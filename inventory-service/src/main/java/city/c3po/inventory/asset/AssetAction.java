package city.c3po.inventory.asset;

import static city.c3po.inventory.asset.AssetState.ACTIVE;
import static city.c3po.inventory.asset.AssetState.CANCELLED;
import static city.c3po.inventory.asset.AssetState.DISPOSED;
import static city.c3po.inventory.asset.AssetState.EXPIRED;
import static city.c3po.inventory.asset.AssetState.IN_MAINTENANCE;
import static city.c3po.inventory.asset.AssetState.IN_STOCK;
import static city.c3po.inventory.asset.AssetState.IN_TRANSIT;
import static city.c3po.inventory.asset.AssetState.IN_USE;
import static city.c3po.inventory.asset.AssetState.MISSING;
import static city.c3po.inventory.asset.AssetState.ON_ORDER;
import static city.c3po.inventory.asset.AssetState.PLANNED;
import static city.c3po.inventory.asset.AssetState.REQUESTED;
import static city.c3po.inventory.asset.AssetState.RETIRED;
import static city.c3po.inventory.asset.AssetState.TERMINATED;
import static city.c3po.inventory.asset.AssetState.TRIAL;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;

/** What can be done to an asset, and from which states. */
public enum AssetAction implements Action {
    EDIT(unfinished()),
    /** A source says it anew, by its own key. */
    FEED(By.SOURCE, unfinished()),
    LOCK(unfinished()),
    UNLOCK(unfinished()),
    RELATE(unfinished()),
    MERGE(By.OFFICE, EnumSet.allOf(AssetState.class)),
    UNMERGE(By.OFFICE, EnumSet.allOf(AssetState.class)),

    ORDER(EnumSet.of(REQUESTED)),
    RECEIVE(EnumSet.of(ON_ORDER)),
    ASSIGN(EnumSet.of(IN_STOCK)),
    CHECK_IN(EnumSet.of(IN_USE)),
    SHIP(EnumSet.of(IN_STOCK)),
    ARRIVE(EnumSet.of(IN_TRANSIT)),
    START_MAINTENANCE(EnumSet.of(IN_STOCK, IN_USE)),
    END_MAINTENANCE(EnumSet.of(IN_MAINTENANCE)),
    REPORT_MISSING(EnumSet.of(IN_STOCK, IN_USE, IN_TRANSIT, IN_MAINTENANCE)),
    REPORT_FOUND(EnumSet.of(MISSING)),
    RETIRE(EnumSet.of(IN_STOCK, IN_USE, IN_TRANSIT, IN_MAINTENANCE, MISSING)),
    RESTOCK(EnumSet.of(RETIRED)),
    REQUEST_DISPOSAL(EnumSet.of(RETIRED)),
    APPROVE_DISPOSAL(By.OFFICE, EnumSet.of(RETIRED)),
    CANCEL(EnumSet.of(REQUESTED, ON_ORDER)),

    START_TRIAL(EnumSet.of(PLANNED)),
    ACTIVATE(EnumSet.of(PLANNED, TRIAL, EXPIRED)),
    EXPIRE(EnumSet.of(TRIAL, ACTIVE)),
    TERMINATE(EnumSet.of(PLANNED, TRIAL, ACTIVE, EXPIRED));

    /** Whose it is to do. */
    enum By {
        /** The portfolio office, or a submitter of the asset's department. */
        DEPARTMENT,
        OFFICE,
        /** A system that feeds the asset, or the portfolio office. */
        SOURCE
    }

    private final By doneBy;
    private final Set<AssetState> from;

    AssetAction(Set<AssetState> from) {
        this(By.DEPARTMENT, from);
    }

    AssetAction(By doneBy, Set<AssetState> from) {
        this.doneBy = doneBy;
        this.from = from;
    }

    private static Set<AssetState> unfinished() {
        return EnumSet.complementOf(EnumSet.of(DISPOSED, CANCELLED, TERMINATED));
    }

    By doneBy() {
        return doneBy;
    }

    boolean possibleFrom(AssetState state) {
        return from.contains(state);
    }

    /** Whether assets of these kinds are ever where it can be done. */
    boolean concerns(AssetKind.Family family) {
        return from.stream().anyMatch(state -> state.family() == family);
    }

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
