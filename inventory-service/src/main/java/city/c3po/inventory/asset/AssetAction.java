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
    EDIT(EnumSet.complementOf(EnumSet.of(DISPOSED, CANCELLED, TERMINATED))),
    LOCK(EnumSet.complementOf(EnumSet.of(DISPOSED, CANCELLED, TERMINATED))),
    UNLOCK(EnumSet.complementOf(EnumSet.of(DISPOSED, CANCELLED, TERMINATED))),
    RELATE(EnumSet.complementOf(EnumSet.of(DISPOSED, CANCELLED, TERMINATED))),
    MERGE(EnumSet.allOf(AssetState.class)),
    UNMERGE(EnumSet.allOf(AssetState.class)),

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
    APPROVE_DISPOSAL(EnumSet.of(RETIRED)),
    CANCEL(EnumSet.of(REQUESTED, ON_ORDER)),

    START_TRIAL(EnumSet.of(PLANNED)),
    ACTIVATE(EnumSet.of(PLANNED, TRIAL, EXPIRED)),
    EXPIRE(EnumSet.of(TRIAL, ACTIVE)),
    TERMINATE(EnumSet.of(PLANNED, TRIAL, ACTIVE, EXPIRED));

    private final Set<AssetState> from;

    AssetAction(Set<AssetState> from) {
        this.from = from;
    }

    boolean possibleFrom(AssetState state) {
        return from.contains(state);
    }

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
