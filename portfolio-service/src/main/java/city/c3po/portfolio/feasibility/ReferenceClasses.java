package city.c3po.portfolio.feasibility;

import city.c3po.portfolio.reference.WorkKind;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.hibernate.Session;

/** Asks the closed projects. */
@Singleton
public class ReferenceClasses {
    static final int ENOUGH = 10;
    static final String TOO_FEW = "too-few-cases";
    private static final int PLACES = 4;

    private final EntityManager entities;

    ReferenceClasses(EntityManager entities) {
        this.entities = entities;
    }

    public ReferenceClass of(WorkKind kind) {
        var row = entities.unwrap(Session.class)
                .createNativeQuery("""
                        with closed as (
                            select actual_amount / budget_amount - 1 as cost,
                                   case when (plan ->> 'finish')::date > (plan ->> 'start')::date then
                                       ((actual ->> 'finish')::date - (plan ->> 'start')::date)::numeric
                                       / ((plan ->> 'finish')::date - (plan ->> 'start')::date) - 1 end as duration
                            from project
                            where state = 'CLOSED' and plan ->> 'kind' = :kind and budget_amount > 0
                              and actual_amount is not null and actual_currency = budget_currency)
                        select count(*), count(duration),
                               percentile_cont(array[0.1, 0.5, 0.8, 0.9]) within group (order by cost)::numeric[] as cost,
                               percentile_cont(array[0.1, 0.5, 0.8, 0.9]) within group (order by duration)::numeric[] as duration
                        from closed""", Tuple.class)
                .setParameter("kind", kind.name())
                .getSingleResult();
        int cases = row.get(0, Number.class).intValue();
        int timed = row.get(1, Number.class).intValue();
        return new ReferenceClass(
                kind,
                cases,
                Math.max(0, ENOUGH - cases),
                cases < ENOUGH ? TOO_FEW : null,
                cases < ENOUGH ? null : quantiles(row.get(2)),
                timed < ENOUGH ? null : quantiles(row.get(3)));
    }

    private static ReferenceClass.Quantiles quantiles(Object found) {
        var values = Arrays.stream((Object[]) found)
                .map(value -> new BigDecimal(value.toString()).setScale(PLACES, RoundingMode.HALF_UP))
                .toList();
        return new ReferenceClass.Quantiles(values.get(0), values.get(1), values.get(2), values.get(3));
    }
}
