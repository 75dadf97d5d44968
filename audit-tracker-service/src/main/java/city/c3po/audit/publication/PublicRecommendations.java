package city.c3po.audit.publication;

import city.c3po.audit.recommendation.ManagementStatus;
import city.c3po.audit.recommendation.VerifiedStatus;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What residents may know, asked of the database so that nothing else ever leaves it. */
@Singleton
class PublicRecommendations {
    private static final String OPEN_ONES = """
            select r.number, a.terms ->> 'title', r.finding_text, r.text ->> 'recommendation',
                (select string_agg(x ->> 'title', '; ') from jsonb_array_elements(r.actions) x),
                r.lead_department, r.issued, r.management_status, (r.as_reported ->> 'asOf')::date, r.verified_status,
                r.current_target, r.sample_data
            from recommendation r join audit a on a.id = r.audit
            where not r.confidential""";
    private static final String AFTER = " and r.number > ? order by r.number limit ?";
    private static final String BY_NUMBER = " and r.number = ?";
    private static final String COUNTS = """
            select management_status, verified_status, count(*), count(*) filter (where confidential),
                bool_or(sample_data)
            from recommendation group by 1, 2""";

    private final EntityManager entities;

    PublicRecommendations(EntityManager entities) {
        this.entities = entities;
    }

    List<PublicRecommendation> after(String number, int most) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(OPEN_ONES + AFTER)) {
                query.setString(1, number);
                query.setInt(2, most);
                return rows(query.executeQuery());
            }
        });
    }

    List<PublicRecommendation> named(String number) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(OPEN_ONES + BY_NUMBER)) {
                query.setString(1, number);
                return rows(query.executeQuery());
            }
        });
    }

    private static List<PublicRecommendation> rows(ResultSet found) throws SQLException {
        try (found) {
            var rows = new ArrayList<PublicRecommendation>();
            while (found.next()) {
                rows.add(new PublicRecommendation(
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        found.getString(4),
                        found.getString(5),
                        found.getString(6),
                        found.getObject(7, LocalDate.class),
                        ManagementStatus.valueOf(found.getString(8)).label(),
                        day(found, 9),
                        VerifiedStatus.valueOf(found.getString(10)),
                        day(found, 11),
                        found.getBoolean(12)));
            }
            return rows;
        }
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    PublicSummary summary() {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(COUNTS);
                    var rows = query.executeQuery()) {
                int all = 0;
                int confidential = 0;
                boolean sample = false;
                var verified = new TreeMap<String, Integer>();
                var claimed = new TreeMap<String, Integer>();
                while (rows.next()) {
                    all += rows.getInt(3);
                    confidential += rows.getInt(4);
                    sample |= rows.getBoolean(5);
                    claimed.merge(ManagementStatus.valueOf(rows.getString(1)).label(), rows.getInt(3), Integer::sum);
                    verified.merge(rows.getString(2), rows.getInt(3), Integer::sum);
                }
                return new PublicSummary(all, confidential, verified, claimed, sample);
            }
        });
    }
}
