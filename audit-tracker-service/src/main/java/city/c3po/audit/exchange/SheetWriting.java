package city.c3po.audit.exchange;

import city.c3po.audit.recommendation.ManagementStatus;
import city.c3po.audit.table.Tables;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.web.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes an audit as a finding sheet. */
@Singleton
class SheetWriting {
    private static final String ROWS = """
            select f.text ->> 'title', f.key, f.text ->> 'condition', f.text ->> 'effect', r.management_status,
                r.text ->> 'priority', (r.actions #>> '{0,milestones,0,due}')::date, r.current_target, r.lead_department,
                r.ordinal
            from recommendation r join finding f on f.id = r.finding
            where r.audit = ? and access_visible(r.access, ?) and access_visible(f.access, ?) and r.ordinal > ?
            order by r.ordinal limit ?""";

    private final EntityManager entities;
    private final Tables tables;

    SheetWriting(EntityManager entities, Tables tables) {
        this.entities = entities;
        this.tables = tables;
    }

    Page<SheetLine> of(UUID audit, Actor by) {
        return tables.all(
                SheetLine.class, (last, most) -> lines(audit, by.claims(), last == null ? 0 : last.ordinal(), most));
    }

    private List<SheetLine> lines(UUID audit, String claims, int after, int most) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(ROWS)) {
                query.setObject(1, audit);
                query.setString(2, claims);
                query.setString(3, claims);
                query.setInt(4, after);
                query.setInt(5, most);
                try (var rows = query.executeQuery()) {
                    var lines = new ArrayList<SheetLine>();
                    while (rows.next()) {
                        lines.add(line(rows));
                    }
                    return lines;
                }
            }
        });
    }

    private static SheetLine line(ResultSet row) throws SQLException {
        return new SheetLine(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                severity(row.getString(4)),
                ManagementStatus.valueOf(row.getString(5)).label(),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                row.getString(9),
                row.getInt(10));
    }

    private static @Nullable String severity(@Nullable String effect) {
        return effect != null && effect.startsWith("Severity: ") ? effect.substring("Severity: ".length()) : null;
    }
}
