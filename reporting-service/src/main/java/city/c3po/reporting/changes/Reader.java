package city.c3po.reporting.changes;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.web.Visibility;
import java.util.List;

/**
 * Who reads the feed, and what they may see.
 *
 * @param sight as a condition of a query
 * @param visibility changes with anything that opens or closes records to the caller, the caller's own name included;
 *     which records these are at the moment does not matter
 */
record Reader(Actor actor, Visibility sight, String visibility) {
    static Reader of(Actor actor) {
        return new Reader(actor, Visibility.of(actor), Digest.of(List.of(actor.claims())));
    }
}
