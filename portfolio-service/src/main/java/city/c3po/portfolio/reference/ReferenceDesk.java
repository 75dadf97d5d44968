package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.History;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listing;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Representation;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How every kind of reference data is asked for and said; the resources add their words and filters. */
@Singleton
class ReferenceDesk {
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final InstantSource clock;

    ReferenceDesk(Listings listings, Past past, CurrentActor caller, InstantSource clock) {
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    /** A record as it is after somebody said something about it. */
    interface Saying<R> {
        R said(Actor by, Seen seen, Instant at);
    }

    <R extends ReferenceRecord<S>, S extends Said<S>, V extends Representation> RestResponse<V> put(
            ReferenceRecords<R, S> records,
            String id,
            S said,
            Preconditions preconditions,
            BiFunction<R, Actor, V> view) {
        return answer(preconditions, (by, seen, at) -> records.record(id, by, seen, said, at), view);
    }

    <R extends ReferenceRecord<?>, V extends Representation> RestResponse<V> answer(
            Preconditions preconditions, Saying<R> saying, BiFunction<R, Actor, V> view) {
        var by = caller.get();
        var record = saying.said(by, FeederPreconditions.seen(preconditions, by), clock.instant());
        return Answer.of(record, by, view.apply(record, by));
    }

    <R extends ReferenceRecord<S>, S extends Said<S>, V extends Representation> RestResponse<V> get(
            ReferenceRecords<R, S> records,
            String id,
            @Nullable Instant asOf,
            Class<V> type,
            BiFunction<R, Actor, V> view) {
        var by = caller.get();
        var record = records.get(id, by);
        return asOf == null ? Answer.of(record, by, view.apply(record, by)) : past.asOf(asOf, record, type);
    }

    /** A list of what this caller may see, for the resource to narrow down and to order. */
    <R extends ReferenceRecord<?>> Listing<R> list(Class<R> type) {
        return listings.of(type).visibleTo(caller.get());
    }

    <R extends ReferenceRecord<S>, S extends Said<S>> Page<History.Entry> history(
            ReferenceRecords<R, S> records, String id, Paging paging) {
        return past.of(records.get(id, caller.get()), paging);
    }

    <R extends ReferenceRecord<S>, S extends Said<S>> History.Verification verify(
            ReferenceRecords<R, S> records, String id) {
        return past.verified(records.get(id, caller.get()));
    }

    Actor caller() {
        return caller.get();
    }
}
