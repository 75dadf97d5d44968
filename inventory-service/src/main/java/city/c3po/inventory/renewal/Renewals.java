package city.c3po.inventory.renewal;

import city.c3po.inventory.licence.Expiring;
import city.c3po.inventory.licence.Terms;
import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.time.CityCalendar;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The renewals, and the clock that opens, alerts and closes them. */
@Singleton
class Renewals extends Aggregates<Renewal, UUID, RenewalAction> {
    private static final int AT_ONCE = 200;

    private static final String ALERT = """
            insert into renewal_alert (entitlement, term_end, days, at) values (?, ?, ?, ?)
            on conflict do nothing""";

    private final Terms terms;
    private final DataSource database;
    private final CityCalendar calendar;
    private final List<Deadlines.Band> bands;
    private final int agendaDays;

    Renewals(
            EntityManager entities,
            Journal journal,
            Terms terms,
            DataSource database,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone,
            @ConfigProperty(name = "c3po.inventory.renewals.bands") List<String> bands,
            @ConfigProperty(name = "c3po.inventory.renewals.council-agenda-days") int agendaDays) {
        super(Renewal.class, entities, journal);
        this.terms = terms;
        this.database = database;
        this.calendar = new CityCalendar(zone, Set.of());
        this.bands = bands.stream().map(Deadlines.Band::of).toList();
        this.agendaDays = agendaDays;
    }

    Renewal decide(UUID id, Decision decision, String reason, Actor by, Seen seen, Instant at) {
        return change(
                id, by, seen, RenewalAction.DECIDE, one -> one.decide(by, decision, reason, calendar.dateOf(at), at));
    }

    /** What ends, and nobody opened a renewal for: a page of it. */
    List<UUID> unopened(UUID after, Instant at) {
        var today = calendar.dateOf(at);
        return terms.ending(today, today.plusDays(horizon()), after);
    }

    List<UUID> open(UUID after) {
        return entities()
                .createNativeQuery(
                        "select id from renewal where state = 'OPEN' and id > :after order by id limit " + AT_ONCE,
                        UUID.class)
                .setParameter("after", after)
                .getResultList();
    }

    /** What ends is locked, so that of two replicas the second finds what the first opened. */
    void openFor(UUID entitlement, Instant at) {
        var what = terms.locked(entitlement);
        if (what.isEmpty() || isOpened(what.get())) {
            return;
        }
        var deadlines = deadlines(what.get());
        if (deadlines.due(calendar.dateOf(at)).isEmpty()) {
            return;
        }
        add(
                new Renewal(what.get(), at),
                Itself.ACTOR,
                fresh -> noted(fresh, fresh.look(what.get(), deadlines, calendar.dateOf(at), at), at));
    }

    void look(UUID id, Instant at) {
        edit(id, Itself.ACTOR, Seen.whatever(), RenewalAction.LOOK, one -> {
            var what = terms.locked(one.entitled().id())
                    .filter(now -> now.termEnd().equals(one.termEnd()));
            return noted(
                    one,
                    one.look(what.orElse(null), what.map(this::deadlines).orElse(null), calendar.dateOf(at), at),
                    at);
        });
    }

    private Deadlines deadlines(Expiring what) {
        return Deadlines.of(what.termEnd(), what.noticeDays(), what.cost(), bands, agendaDays);
    }

    /** The longest that a first alert can come before the last day for notice. */
    private int horizon() {
        return Deadlines.ALERTS.getFirst()
                + bands.stream().mapToInt(Deadlines.Band::days).max().orElse(0)
                + agendaDays;
    }

    private boolean isOpened(Expiring what) {
        return !entities()
                .createNativeQuery("select id from renewal where entitlement = :id and term_end = :end", UUID.class)
                .setParameter("id", what.id())
                .setParameter("end", what.termEnd())
                .getResultList()
                .isEmpty();
    }

    /** Told once, because the table knows it: a second one would undo the whole transaction. */
    private List<RenewalEvent> noted(Renewal one, List<RenewalEvent> events, Instant at) {
        try (var connection = database.getConnection();
                var alert = connection.prepareStatement(ALERT)) {
            for (var event : events) {
                if (event instanceof RenewalEvent.Due due) {
                    alert.setObject(1, one.entitled().id());
                    alert.setObject(2, one.termEnd());
                    alert.setInt(3, due.days());
                    alert.setObject(4, at.atOffset(ZoneOffset.UTC));
                    if (alert.executeUpdate() == 0) {
                        throw new IllegalStateException("the alert was told before: " + one.href());
                    }
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException("an alert cannot be noted", e);
        }
    }
}
