package city.c3po.inventory.review;

import city.c3po.inventory.asset.Assets;
import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The reviews, and the assets that a decision changes in the same transaction. */
@Singleton
class MatchReviews extends Aggregates<MatchReview, UUID, MatchReviewAction> {
    private final Assets assets;

    MatchReviews(EntityManager entities, Journal journal, Assets assets) {
        super(MatchReview.class, entities, journal);
        this.assets = assets;
    }

    MatchReview link(UUID id, UUID asset, String why, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, MatchReviewAction.LINK, review -> {
            var events = review.decide(by, MatchReviewAction.LINK, asset, why, at);
            assets.link(asset, review.row(MatchReviewAction.LINK), by, at);
            return events;
        });
    }

    MatchReview register(UUID id, String why, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, MatchReviewAction.REGISTER, review -> {
            var row = review.row(MatchReviewAction.REGISTER);
            return review.decide(by, MatchReviewAction.REGISTER, assets.register(row, by, at), why, at);
        });
    }

    MatchReview dismiss(UUID id, String why, Actor by, Seen seen, Instant at) {
        return change(
                id,
                by,
                seen,
                MatchReviewAction.DISMISS,
                review -> review.decide(by, MatchReviewAction.DISMISS, null, why, at));
    }

    /** Held rows whose asset is known by now, or whose time is over. */
    List<UUID> overdue(Instant at) {
        return entities()
                .createNativeQuery("""
                        select m.id from match_review m
                        where m.state = 'HELD'
                          and (m.until < :at or exists (
                              select from identifier i where i.kind = 'N' and i.value = m.source || '/' || m.native_key))
                        order by m.id limit 500""", UUID.class)
                .setParameter("at", at)
                .getResultList();
    }

    void close(UUID id, Instant at) {
        change(id, Itself.ACTOR, Seen.whatever(), MatchReviewAction.CLOSE, review -> review.close(Itself.ACTOR, at));
    }
}
