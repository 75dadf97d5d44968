package city.c3po.audit.exchange;

import city.c3po.audit.recommendation.ManagementStatus;
import city.c3po.platform.actor.Actor;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes an audit as a finding sheet. */
@Singleton
class SheetWriting {
    private static final String ROWS = """
            select f.text ->> 'title', f.key, f.text ->> 'condition', f.text ->> 'effect', r.management_status,
                r.text ->> 'priority', r.actions #>> '{0,milestones,0,due}', r.current_target, r.lead_department
            from recommendation r join finding f on f.id = r.finding
            where r.audit = ? and access_visible(r.access, ?) and access_visible(f.access, ?)
            order by r.ordinal""";

    private final EntityManager entities;

    SheetWriting(EntityManager entities) {
        this.entities = entities;
    }

    String of(UUID audit, Actor by) {
        var csv = new CsvText(SheetReading.COLUMNS);
        entities.unwrap(Session.class).doWork(connection -> {
            try (var query = connection.prepareStatement(ROWS)) {
                query.setObject(1, audit);
                query.setString(2, by.claims());
                query.setString(3, by.claims());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        csv.row(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                severity(rows.getString(4)),
                                ManagementStatus.valueOf(rows.getString(5)).label(),
                                rows.getString(6),
                                rows.getString(7),
                                rows.getString(8),
                                rows.getString(9));
                    }
                }
            }
        });
        return csv.toString();
    }

    private static @Nullable String severity(@Nullable String effect) {
        return effect != null && effect.startsWith("Severity: ") ? effect.substring("Severity: ".length()) : null;
    }
}
