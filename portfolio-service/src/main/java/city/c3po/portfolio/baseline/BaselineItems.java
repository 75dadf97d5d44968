package city.c3po.portfolio.baseline;

import city.c3po.portfolio.schedule.PlannedStep;
import city.c3po.portfolio.schedule.Technique;
import city.c3po.portfolio.schedule.network.Activity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;

/** What baselines say of each activity, as rows: a copy of the schedule's, made by the database itself. */
@Singleton
class BaselineItems {
    private static final String READ = """
        select activity, said ->> 'title', said ->> 'wbs', said ->> 'kind', start, finish, said ->> 'budget',
               said ->> 'technique', said ->> 'steps', ordinal
        from baseline_item where baseline = ? and ordinal > ? order by ordinal limit ?\
        """;

    private final EntityManager entities;
    private final ObjectMapper json;

    BaselineItems(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** @param schedule whose present rows are copied */
    void copy(UUID baseline, UUID schedule) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from baseline_item where baseline = ?")) {
                delete.setObject(1, baseline);
                delete.executeUpdate();
            }
            try (var insert = connection.prepareStatement("""
                insert into baseline_item (baseline, ordinal, activity, said, start, finish)
                select ?, ordinal, id, said, early_start, early_finish from schedule_activity
                where schedule = ? and until_version is null\
                """)) {
                insert.setObject(1, baseline);
                insert.setObject(2, schedule);
                insert.executeUpdate();
            }
        });
    }

    /** A row of a list, and its place in it. */
    @Schema(name = "BaselineRow", description = "What a baseline says of one activity, and its place in the schedule.")
    record Placed(
            @Schema(description = "Its place in the schedule, from 1.")
            int ordinal,

            BaselineItem item) {}

    List<Placed> some(UUID baseline, int after, int limit) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(READ)) {
                query.setObject(1, baseline);
                query.setInt(2, after);
                query.setInt(3, limit);
                try (var row = query.executeQuery()) {
                    var found = new ArrayList<Placed>();
                    while (row.next()) {
                        found.add(new Placed(row.getInt(10), item(row)));
                    }
                    return found;
                }
            }
        });
    }

    List<BaselineItem> all(UUID baseline) {
        return some(baseline, 0, Integer.MAX_VALUE).stream().map(Placed::item).toList();
    }

    private BaselineItem item(ResultSet row) throws SQLException {
        try {
            var budget = row.getString(7);
            return new BaselineItem(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    Activity.Kind.valueOf(row.getString(4)),
                    row.getObject(5, LocalDate.class),
                    row.getObject(6, LocalDate.class),
                    budget == null ? null : new BigDecimal(budget),
                    Technique.valueOf(row.getString(8)),
                    List.of(json.readValue(row.getString(9), PlannedStep[].class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a baseline", e);
        }
    }
}
