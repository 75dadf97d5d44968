package city.c3po.charter.engagement;

import static city.c3po.charter.engagement.EngagementRule.KNOWN_NOMINEE;
import static city.c3po.charter.engagement.EngagementRule.KNOWN_POSITION;
import static city.c3po.charter.engagement.EngagementRule.NOMINEE_MOVE;
import static city.c3po.charter.engagement.EngagementRule.NOTICE_IN_TIME;
import static city.c3po.charter.engagement.EngagementRule.ONE_ACTIVE;
import static city.c3po.charter.engagement.EngagementRule.QUALIFIED;
import static city.c3po.charter.engagement.EngagementRule.REPLACES_ACTIVE;

import city.c3po.charter.engagement.KeyPosition.Nominee;
import city.c3po.platform.actor.Actor;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A vendor's key positions: whom it nominates for them, what the city answers, and since when one stands empty. */
@Embeddable
class KeyStaff {
    static final Duration LONGEST_GAP = Duration.ofDays(10);

    /** By their keys. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<KeyPosition> positions = List.of();

    EngagementEvent plan(
            String key, String title, List<String> needed, int percent, @Nullable LocalDate nameBy, Instant at) {
        var known = positions.stream()
                .filter(position -> position.key().equals(key))
                .findFirst()
                .orElse(new KeyPosition(key, title, needed, percent, nameBy, List.of(), at, false));
        replace(known.planned(title, needed, percent, nameBy));
        return new EngagementEvent.KeyPositionPlanned(key, at);
    }

    EngagementEvent nominate(String key, Nominee nominee, Instant at) {
        return propose(position(key), nominee, at);
    }

    /** @param earliest the tenth business day from now */
    EngagementEvent substitute(String key, Nominee nominee, LocalDate earliest, Instant at) {
        var position = position(key);
        REPLACES_ACTIVE.require(position.nominees().stream()
                .anyMatch(other -> other.id().equals(nominee.replaces()) && other.state() == NomineeState.ACTIVE));
        var lastDay = nominee.lastDay();
        NOTICE_IN_TIME.require(lastDay != null && !lastDay.isBefore(earliest), Map.of("earliest", earliest));
        return propose(position, nominee, at);
    }

    private EngagementEvent propose(KeyPosition position, Nominee nominee, Instant at) {
        var missing = position.qualifications().stream()
                .filter(needed -> nominee.qualifications().stream().noneMatch(needed::equalsIgnoreCase))
                .toList();
        QUALIFIED.require(missing.isEmpty(), Map.of("missing", missing));
        replace(position.with(nominee));
        return new EngagementEvent.KeyStaffProposed(position.key(), nominee, at);
    }

    EngagementEvent answer(
            Actor by, String key, UUID nominee, NomineeState next, @Nullable String comment, Instant at) {
        var position = position(key);
        var present = position.nominees().stream()
                .filter(other -> other.id().equals(nominee))
                .findFirst()
                .orElseThrow(KNOWN_NOMINEE::violated);
        NOMINEE_MOVE.require(present.state().next().contains(next), Map.of("nomineeState", present.state()));
        ONE_ACTIVE.require(next != NomineeState.ACTIVE
                || position.nominees().stream().noneMatch(other -> other.state() == NomineeState.ACTIVE));
        var moved = present.moved(next, by.sub(), comment);
        replace(position.with(moved).counted(at));
        return switch (next) {
            case UNDER_REVIEW -> new EngagementEvent.KeyStaffReviewStarted(key, moved, at);
            case APPROVED -> new EngagementEvent.KeyStaffApproved(key, moved, at);
            case REJECTED -> new EngagementEvent.KeyStaffRejected(key, moved, comment, at);
            case ACTIVE -> new EngagementEvent.KeyStaffActivated(key, moved, at);
            case RELEASED -> new EngagementEvent.KeyStaffReleased(key, moved, comment, at);
            case PROPOSED -> throw new IllegalStateException("nobody is proposed again");
        };
    }

    /** Positions that have stood empty for too long, and were not told yet. */
    List<EngagementEvent> tellGaps(Instant at) {
        var gaps = positions.stream()
                .filter(position -> !position.gap()
                        && position.vacantSince() != null
                        && at.isAfter(position.vacantSince().plus(LONGEST_GAP)))
                .toList();
        gaps.forEach(gap -> replace(gap.told()));
        return gaps.stream()
                .<EngagementEvent>map(gap ->
                        new EngagementEvent.KeyStaffGap(gap.key(), Objects.requireNonNull(gap.vacantSince()), at))
                .toList();
    }

    private KeyPosition position(String key) {
        return positions.stream()
                .filter(position -> position.key().equals(key))
                .findFirst()
                .orElseThrow(() -> KNOWN_POSITION.violated(Map.of(
                        "positions", positions.stream().map(KeyPosition::key).toList())));
    }

    private void replace(KeyPosition changed) {
        var others = positions.stream().filter(position -> !position.key().equals(changed.key()));
        positions = Stream.concat(others, Stream.of(changed))
                .sorted(Comparator.comparing(KeyPosition::key))
                .toList();
    }

    List<KeyPosition> positions() {
        return positions;
    }
}
