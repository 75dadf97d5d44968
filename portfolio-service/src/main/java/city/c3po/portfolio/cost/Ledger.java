package city.c3po.portfolio.cost;

import city.c3po.platform.value.Money;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What the entries of a project come to, and until which day they are closed. */
@Singleton
public class Ledger {
    private final EntityManager entities;

    Ledger(EntityManager entities) {
        this.entities = entities;
    }

    /** The sum of a kind until a day, included; null when nothing was posted. */
    public @Nullable BigDecimal sum(UUID project, CostKind kind, @Nullable LocalDate until) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(
                    "select sum(amount) from cost_entry where project = ? and kind = ? and (?::date is null or"
                            + " posted_on <= ?::date)")) {
                query.setObject(1, project);
                query.setString(2, kind.name());
                query.setObject(3, until);
                query.setObject(4, until);
                try (var row = query.executeQuery()) {
                    row.next();
                    return row.getBigDecimal(1);
                }
            }
        });
    }

    /** All that was ever bound by orders, releases left out; null where nothing was. */
    public @Nullable BigDecimal ordered(UUID project) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(
                    "select sum(amount) from cost_entry where project = ? and kind = 'ENCUMBRANCE' and amount > 0")) {
                query.setObject(1, project);
                try (var row = query.executeQuery()) {
                    row.next();
                    return row.getBigDecimal(1);
                }
            }
        });
    }

    /** The currency of its entries; null before the first. */
    @Nullable String currency(UUID project) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement("select currency from cost_entry where project = ? limit 1")) {
                query.setObject(1, project);
                try (var row = query.executeQuery()) {
                    return row.next() ? row.getString(1) : null;
                }
            }
        });
    }

    /** From now on nothing is posted that belongs to this day or an earlier one. */
    public void close(UUID project, LocalDate through) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                insert into cost_closed (project, through) values (?, ?)
                on conflict (project) do update set through = greatest(cost_closed.through, excluded.through)\
                """)) {
                upsert.setObject(1, project);
                upsert.setObject(2, through);
                upsert.executeUpdate();
            }
        });
    }

    @Nullable LocalDate closedThrough(UUID project) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement("select through from cost_closed where project = ?")) {
                query.setObject(1, project);
                try (var row = query.executeQuery()) {
                    return row.next() ? row.getObject(1, LocalDate.class) : null;
                }
            }
        });
    }

    CostSummary summary(UUID project) {
        return new CostSummary(
                project,
                money(project, CostKind.BUDGET),
                money(project, CostKind.ENCUMBRANCE),
                money(project, CostKind.ACTUAL),
                closedThrough(project),
                lines(project));
    }

    @Nullable Money money(UUID project, CostKind kind) {
        var sum = sum(project, kind, null);
        return sum == null ? null : new Money(sum, currency(project));
    }

    private List<CostSummary.Line> lines(UUID project) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement("""
                select kind, date_trunc('month', posted_on)::date as month, funding_line, sum(amount), min(currency)
                from cost_entry where project = ? group by kind, month, funding_line
                order by month, kind, funding_line\
                """)) {
                query.setObject(1, project);
                try (var row = query.executeQuery()) {
                    var lines = new ArrayList<CostSummary.Line>();
                    while (row.next()) {
                        lines.add(new CostSummary.Line(
                                CostKind.valueOf(row.getString(1)),
                                row.getObject(2, LocalDate.class),
                                row.getString(3),
                                new Money(row.getBigDecimal(4), row.getString(5))));
                    }
                    return lines;
                }
            }
        });
    }
}
