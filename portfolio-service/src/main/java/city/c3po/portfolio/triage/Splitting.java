package city.c3po.portfolio.triage;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Looks for initiatives that were split to stay below the line: same department, and same vendor, product or funding line,
 * submitted in the last twelve months. What was withdrawn, rejected or is a duplicate does not count.
 */
@Singleton
public class Splitting {
    private static final int MONTHS = 12;
    /** The sum is of all; a list that nobody reads to its end is cut. */
    private static final int NAMED = 500;

    private final EntityManager entities;
    private final CityDay day;

    Splitting(EntityManager entities, CityDay day) {
        this.entities = entities;
        this.day = day;
    }

    /** What a department asks for, as far as it tells that two belong together. */
    public record Shape(
            UUID id,
            String department,
            @Nullable String vendor,
            @Nullable String product,
            @Nullable String fundingLine,
            Money likely) {}

    /** The others; empty when there are none. */
    public Optional<Aggregation> together(Shape one, TriagePolicy policy, LocalDate today) {
        if (one.vendor() == null && one.product() == null && one.fundingLine() == null) {
            return Optional.empty();
        }
        awaitTurn(one.department());
        var line = policy.costLine();
        // the day twelve months ago is out, today is in
        var from = today.minusMonths(MONTHS).plusDays(1);
        // the window counts all of them, however many are named
        var rows = entities.unwrap(Session.class)
                .createNativeQuery("""
                        select *, sum(likely) over () as together from (
                        select i.id, i.number, i.vendor is not null and i.vendor = :vendor as same_vendor,
                               i.product_key is not null and i.product_key = lower(:product) as same_product,
                               i.funding_line is not null and i.funding_line = :fundingLine as same_line,
                               greatest(likely_cost(i.proposal, :currency), coalesce((
                                   select sum(p.forecast_amount) from project p
                                   where p.initiative_id = i.id and p.forecast_currency = :currency
                                     and p.state <> 'CANCELLED'), 0)) as likely
                        from initiative i
                        where i.sponsoring_department = :department and i.id <> :id
                          and i.submitted_at >= :from and i.submitted_at < :until
                          and i.state not in ('WITHDRAWN', 'REJECTED', 'DUPLICATE')
                          and (i.vendor = :vendor or i.product_key = lower(:product) or i.funding_line = :fundingLine)
                        ) sibling order by number limit :named""", Tuple.class)
                .setParameter("vendor", one.vendor(), String.class)
                .setParameter("product", one.product(), String.class)
                .setParameter("fundingLine", one.fundingLine(), String.class)
                .setParameter("currency", line.currency())
                .setParameter("department", one.department())
                .setParameter("id", one.id())
                .setParameter("from", day.startOf(from))
                .setParameter("until", day.startOf(today.plusDays(1)))
                .setParameter("named", NAMED)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var others = new Money(rows.getFirst().get("together", BigDecimal.class), line.currency());
        var siblings = rows.stream().map(row -> sibling(row, line.currency())).toList();
        return Optional.of(new Aggregation(one.likely().plus(others), line, from, siblings));
    }

    /** For a project that is forecast at more than its initiative said. */
    public Optional<Aggregation> togetherWhenForecast(
            UUID initiative, Money forecast, TriagePolicy policy, LocalDate today) {
        if (!forecast.currency().equals(policy.costLine().currency())) {
            return Optional.empty();
        }
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select sponsoring_department, vendor, product_key, funding_line from initiative
                        where id = :id""", Tuple.class)
                .setParameter("id", initiative)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .flatMap(row -> together(
                        new Shape(
                                initiative,
                                row.get(0, String.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, String.class),
                                forecast),
                        policy,
                        today))
                .filter(together -> together.isAboveTheLine());
    }

    /** Two parts that are submitted at the same moment would each look alone. */
    private void awaitTurn(String department) {
        entities.unwrap(Session.class)
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", "splitting/" + department)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    private static Aggregation.Sibling sibling(Tuple row, String currency) {
        var id = row.get("id", UUID.class).toString();
        var shared = new ArrayList<String>();
        addIf(row, "same_vendor", "vendor", shared);
        addIf(row, "same_product", "product", shared);
        addIf(row, "same_line", "fundingLine", shared);
        return new Aggregation.Sibling(
                new Reference("initiative", id, row.get("number", String.class), "/v1/initiatives/" + id),
                new Money(row.get("likely", BigDecimal.class), currency),
                shared);
    }

    private static void addIf(Tuple row, String column, String name, List<String> shared) {
        if (Boolean.TRUE.equals(row.get(column, Boolean.class))) {
            shared.add(name);
        }
    }
}
