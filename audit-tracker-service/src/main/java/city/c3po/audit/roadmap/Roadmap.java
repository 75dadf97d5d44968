package city.c3po.audit.roadmap;

import city.c3po.audit.recommendation.Milestone;
import city.c3po.audit.table.Tables;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Asks for the milestones of whatever the reader may see, and for the past of the departments. */
@Singleton
class Roadmap {
    /** Enough for a picture that people can read; whoever needs more filters by department. */
    static final int MOST = 500;

    private static final String ITEMS = """
            with milestone as (
                select r.id, r.number, r.lead_department, r.access, r.verified_status, m.value as said
                from recommendation r
                cross join lateral jsonb_array_elements(r.actions) a
                cross join lateral jsonb_array_elements(a.value -> 'milestones') m),
            past as (
                select lead_department,
                    percentile_disc(0.5) within group (order by slip) as p50,
                    percentile_disc(0.8) within group (order by slip) as p80
                from (select lead_department,
                          (said ->> 'doneOn')::date - (said ->> 'originalDue')::date as slip
                      from milestone where said ->> 'doneOn' is not null) done
                group by lead_department)
            select i.id, i.number, i.lead_department, i.said ->> 'key', i.said ->> 'title', i.said ->> 'horizon',
                (i.said ->> 'start')::date, (i.said ->> 'due')::date, (i.said ->> 'originalDue')::date,
                (i.said ->> 'doneOn')::date, p.p50, p.p80
            from milestone i left join past p using (lead_department)
            where access_visible(i.access, ?) and (?::text is null or i.lead_department = ?)
                and (?::text is null or i.said ->> 'horizon' = ?)
                and (i.said ->> 'doneOn' is not null or i.verified_status in ('NOT_IMPLEMENTED', 'PARTLY_IMPLEMENTED'))
                and ((i.said ->> 'due')::date, i.number, i.said ->> 'key') > (?, ?, ?)
            order by (i.said ->> 'due')::date, i.number, i.said ->> 'key' limit ?""";

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final EntityManager entities;
    private final Tables tables;

    Roadmap(EntityManager entities, Tables tables) {
        this.entities = entities;
        this.tables = tables;
    }

    List<RoadmapItem> items(
            Actor by, @Nullable String department, Milestone.@Nullable Horizon horizon, LocalDate today) {
        return items(by, department, horizon, today, null, MOST);
    }

    /** All of them, however many. */
    Page<RoadmapLine> table(Actor by, LocalDate today) {
        return tables.all(
                RoadmapLine.class,
                (last, most) -> items(by, null, null, today, last, most).stream()
                        .map(RoadmapLine::of)
                        .toList());
    }

    private List<RoadmapItem> items(
            Actor by,
            @Nullable String department,
            Milestone.@Nullable Horizon horizon,
            LocalDate today,
            @Nullable RoadmapLine last,
            int most) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(ITEMS)) {
                var wanted = horizon == null ? null : horizon.name();
                query.setString(1, by.claims());
                query.setString(2, department);
                query.setString(3, department);
                query.setString(4, wanted);
                query.setString(5, wanted);
                query.setObject(6, last == null ? BEGINNING : last.due());
                query.setString(7, last == null ? "" : last.recommendation());
                query.setString(8, last == null ? "" : last.milestone());
                query.setInt(9, most);
                try (var rows = query.executeQuery()) {
                    var items = new ArrayList<RoadmapItem>();
                    while (rows.next()) {
                        items.add(item(rows, today));
                    }
                    return items;
                }
            }
        });
    }

    private static RoadmapItem item(ResultSet row, LocalDate today) throws SQLException {
        var id = row.getString(1);
        var planned = row.getObject(9, LocalDate.class);
        var done = row.getObject(10, LocalDate.class);
        return new RoadmapItem(
                new Reference("recommendation", id, row.getString(2), "/v1/recommendations/" + id),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Milestone.Horizon.valueOf(row.getString(6)),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                planned,
                done,
                finish(planned, done, row.getObject(11, Integer.class), today),
                finish(planned, done, row.getObject(12, Integer.class), today));
    }

    /** What is open is not done before today, however early the department usually is. */
    private static @Nullable LocalDate finish(
            LocalDate planned, @Nullable LocalDate done, @Nullable Integer slip, LocalDate today) {
        if (done != null || slip == null) {
            return done;
        }
        var finish = planned.plusDays(slip);
        return finish.isBefore(today) ? today : finish;
    }
}
