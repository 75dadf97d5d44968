package city.c3po.portfolio.benefit;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import city.c3po.platform.web.Visibility;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Adds up what came back. */
@Singleton
class PortfolioReturns {
    private final EntityManager entities;
    private final ObjectMapper json;

    PortfolioReturns(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** @param program only of projects inside it on this day; null for all that the reader may see */
    PortfolioReturn of(Actor by, @Nullable UUID program, LocalDate on) {
        var visibility = Visibility.of(by);
        var query = entities.unwrap(Session.class)
                .createNativeQuery("""
                    select currency, count(*), sum(spent), sum(realised), count(*) filter (where spent is null)
                    from (
                        select coalesce(r.budget_currency, 'USD') as currency,
                               (r.money_actual -> 'cost' ->> 'amount')::numeric as spent,
                               (select sum(b.realised) from benefit b where b.project = r.id) as realised
                        from project r
                        where %s
                            and exists (select 1 from benefit b where b.project = r.id and b.realised is not null)
                            and (cast(:program as uuid) is null or exists (
                                select 1 from membership m
                                where m.kind = 'project' and m.child = r.id and m.program = cast(:program as uuid)
                                    and m.valid @> cast(:on as date)))
                    ) each group by currency order by currency\
                    """.formatted(visibility.condition()), Tuple.class)
                .setParameter("program", program == null ? null : program.toString())
                .setParameter("on", on);
        visibility.parameters().forEach(query::setParameter);
        return new PortfolioReturn(
                query.getResultList().stream().map(PortfolioReturns::line).toList());
    }

    private static PortfolioReturn.Line line(Tuple row) {
        var currency = row.get(0, String.class);
        var invested = row.get(2, BigDecimal.class);
        var realised = row.get(3, BigDecimal.class);
        var unknown = row.get(4, Number.class).intValue();
        // a sum with holes would flatter
        var whole = unknown > 0 ? null : invested;
        return new PortfolioReturn.Line(
                currency,
                row.get(1, Number.class).intValue(),
                invested == null ? null : new Money(invested, currency),
                new Money(realised, currency),
                unknown,
                Ratio.of(whole == null ? null : realised.subtract(whole), whole));
    }
}
