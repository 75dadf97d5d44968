package city.c3po.audit.followup;

import city.c3po.audit.recommendation.Recommendations;
import city.c3po.platform.value.Ratio;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What freezing writes and reckons, in as many statements as there are questions, however many recommendations. */
@Singleton
class Snapshot {
    private static final String OPEN = "('NOT_IMPLEMENTED', 'PARTLY_IMPLEMENTED')";

    /** Nobody moves anything from here to the end of the transaction. */
    private static final String ALONE =
            "select pg_advisory_xact_lock(hashtextextended('" + Recommendations.MOVES_LOCK + "', 0))";

    private static final String ITEMS = """
            insert into follow_up_item (cycle, recommendation, number, lead_department, was_lead, verified_status,
                management_status, original_target, current_target, confidential, opening, issued, reopened, implemented,
                closed, closing, class, flags)
            select ?, r.id, r.number, r.lead_department, p.lead_department, r.verified_status, r.management_status,
                r.original_target, r.current_target, r.confidential, coalesce(p.closing, 0), coalesce(m.issued, 0),
                coalesce(m.regressed + m.reopened, 0), coalesce(m.implemented, 0), coalesce(m.closed, 0),
                case when r.verified_status in %1$s then 1 else 0 end,
                coalesce(f.flags ->> 0, 'UNCHANGED'), coalesce(f.flags, '[]')
            from recommendation r
            left join follow_up_item p on p.cycle = ? and p.recommendation = r.id
            left join (
                select recommendation,
                    count(*) filter (where kind = 'ISSUED') as issued,
                    count(*) filter (where kind = 'IMPLEMENTED') as implemented,
                    count(*) filter (where kind = 'CLOSED') as closed,
                    count(*) filter (where kind = 'REGRESSED') as regressed,
                    count(*) filter (where kind = 'REOPENED') as reopened,
                    count(*) filter (where kind = 'ADVANCED') as advanced,
                    count(*) filter (where kind = 'SLIPPED') as slipped,
                    count(*) filter (where kind = 'REASSIGNED') as reassigned
                from recommendation_move
                where body = ? and id > ? and id <= ?
                group by recommendation) m on m.recommendation = r.id
            cross join lateral (
                select jsonb_agg(name order by place) as flags
                from (values (1, 'IMPLEMENTED', m.implemented), (2, 'CLOSED', m.closed), (3, 'REGRESSED', m.regressed),
                    (4, 'REOPENED', m.reopened), (5, 'NEW', m.issued), (6, 'ADVANCED', m.advanced),
                    (7, 'SLIPPED', m.slipped), (8, 'REASSIGNED', m.reassigned)) as flag (place, name, times)
                where times > 0) f
            where r.body = ?""".formatted(OPEN);

    private static final String BROKEN = """
            select number from follow_up_item
            where cycle = ? and opening + issued + reopened - implemented - closed <> closing
            order by number limit 100""";

    /** Each item counts for who leads it now; what was open and led by another came over. */
    private static final String LEDGER = """
            select department, sum(opening), sum(issued), sum(reopened), sum(implemented), sum(closed),
                sum(came), sum(went), sum(closing)
            from (
                select lead_department as department,
                    case when came = 1 then 0 else opening end as opening, issued, reopened, implemented, closed, came,
                    0 as went, closing
                from (select *, case when opening = 1 and was_lead <> lead_department then 1 else 0 end as came
                      from follow_up_item where cycle = ?) mine
                union all
                select was_lead, 1, 0, 0, 0, 0, 0, 1, 0
                from follow_up_item where cycle = ? and opening = 1 and was_lead <> lead_department) terms
            group by department order by department""";

    private static final String MEASURES = """
            select count(*) filter (where issued > ?::date - interval '5 years'),
                count(*) filter (where issued > ?::date - interval '5 years' and implemented_on is not null),
                count(*) filter (where issued > ?::date - interval '10 years'),
                count(*) filter (where issued > ?::date - interval '10 years' and implemented_on is not null),
                round(percentile_cont(0.5) within group (order by implemented_on - issued)),
                round(percentile_cont(0.9) within group (order by implemented_on - issued)),
                count(*) filter (where implemented_on is not null and original_target is not null),
                count(*) filter (where implemented_on <= original_target),
                count(*) filter (where verified_status in %1$s and issued > ?::date - interval '1 year'),
                count(*) filter (where verified_status in %1$s and issued <= ?::date - interval '1 year'
                    and issued > ?::date - interval '2 years'),
                count(*) filter (where verified_status in %1$s and issued <= ?::date - interval '2 years'
                    and issued > ?::date - interval '5 years'),
                count(*) filter (where verified_status in %1$s and issued <= ?::date - interval '5 years'),
                (select round(percentile_cont(0.5) within group (order by extract(epoch from m.at - c.at) / 86400))
                 from recommendation_move m
                 cross join lateral (select max(at) as at from recommendation_move c
                    where c.recommendation = m.recommendation and c.kind = 'CLAIMED' and c.id < m.id) c
                 where m.body = ? and m.kind = 'IMPLEMENTED')
            from recommendation where body = ?""".formatted(OPEN);

    private static final int DAYS_IN_MEASURES = 10;

    private final EntityManager entities;

    Snapshot(EntityManager entities) {
        this.entities = entities;
    }

    /** Recommendations of the body that somebody is verifying. */
    List<String> underWay(String body) {
        return on(connection -> {
            run(connection, ALONE);
            return column(
                    connection,
                    "select number from verification where body = ? and state = 'STARTED' order by number",
                    body);
        });
    }

    /** @return the last move that the items have seen */
    long take(UUID cycle, String body, FollowUpCycle.@Nullable Former former) {
        return on(connection -> {
            long last = number(connection, "select coalesce(max(id), 0) from recommendation_move where body = ?", body);
            try (var insert = connection.prepareStatement(ITEMS)) {
                insert.setObject(1, cycle);
                insert.setObject(2, former == null ? null : former.id());
                insert.setString(3, body);
                insert.setLong(4, former == null ? 0 : former.lastMove());
                insert.setLong(5, last);
                insert.setString(6, body);
                insert.execute();
            }
            return last;
        });
    }

    List<String> broken(UUID cycle) {
        return on(connection -> column(connection, BROKEN, cycle));
    }

    Ledger ledger(UUID cycle) {
        return on(connection -> {
            var departments = new ArrayList<Ledger.OfDepartment>();
            try (var query = connection.prepareStatement(LEDGER)) {
                query.setObject(1, cycle);
                query.setObject(2, cycle);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        departments.add(new Ledger.OfDepartment(rows.getString(1), terms(rows)));
                    }
                }
            }
            return new Ledger(sum(departments), departments);
        });
    }

    private static Ledger.Terms terms(ResultSet rows) throws SQLException {
        return new Ledger.Terms(
                rows.getInt(2),
                rows.getInt(3),
                rows.getInt(4),
                rows.getInt(5),
                rows.getInt(6),
                rows.getInt(7),
                rows.getInt(8),
                rows.getInt(9));
    }

    /** In the city as a whole nothing is transferred. */
    private static Ledger.Terms sum(List<Ledger.OfDepartment> departments) {
        var terms = departments.stream().map(Ledger.OfDepartment::terms).toList();
        return new Ledger.Terms(
                terms.stream().mapToInt(Ledger.Terms::opening).sum(),
                terms.stream().mapToInt(Ledger.Terms::issued).sum(),
                terms.stream().mapToInt(Ledger.Terms::reopened).sum(),
                terms.stream().mapToInt(Ledger.Terms::implemented).sum(),
                terms.stream().mapToInt(Ledger.Terms::closed).sum(),
                0,
                0,
                terms.stream().mapToInt(Ledger.Terms::closing).sum());
    }

    Measures measures(String body, LocalDate asOf) {
        return on(connection -> {
            try (var query = connection.prepareStatement(MEASURES)) {
                for (int place = 1; place <= DAYS_IN_MEASURES; place++) {
                    query.setObject(place, asOf);
                }
                query.setString(DAYS_IN_MEASURES + 1, body);
                query.setString(DAYS_IN_MEASURES + 2, body);
                try (var row = query.executeQuery()) {
                    row.next();
                    return new Measures(
                            Ratio.of(row.getBigDecimal(2), row.getBigDecimal(1)),
                            Ratio.of(row.getBigDecimal(4), row.getBigDecimal(3)),
                            whole(row.getBigDecimal(5)),
                            whole(row.getBigDecimal(6)),
                            Ratio.of(row.getBigDecimal(8), row.getBigDecimal(7)),
                            whole(row.getBigDecimal(13)),
                            new Measures.Ageing(row.getInt(9), row.getInt(10), row.getInt(11), row.getInt(12)));
                }
            }
        });
    }

    private static @Nullable Integer whole(@Nullable BigDecimal days) {
        return days == null ? null : days.intValue();
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T on(Question<T> question) {
        entities.flush();
        return entities.unwrap(Session.class).doReturningWork(question::ask);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static long number(Connection connection, String sql, String argument) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, argument);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<String> column(Connection connection, String sql, Object argument) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, argument);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }
}
