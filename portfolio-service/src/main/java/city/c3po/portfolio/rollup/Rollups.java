package city.c3po.portfolio.rollup;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Visibility;
import city.c3po.portfolio.project.ProjectState;
import city.c3po.portfolio.project.Tier;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the database for sums. */
@Singleton
class Rollups {
    /** Programs below the root on that day; a project is in at most one, so each leaf comes once. */
    private static final String TREE = """
            with recursive tree (id, path) as (
                %s
                union all
                select m.child, tree.path || m.child from tree
                join membership m on m.kind = 'program' and m.program = tree.id and m.valid @> cast(:on as date)
                where not m.child = any(tree.path)
            ), leaf as (
                %s
            )""";

    private static final String SUMS = """
            , facts as (
                select r.state, r.tier, r.budget_amount as budget, r.budget_currency, r.forecast_amount as forecast,
                       r.forecast_currency, r.actual_amount as actual, r.actual_currency, leaf.path
                from leaf join project r on r.id = leaf.id where %s
            ), amounts as (
                select currency, sum(budget) as budget, sum(forecast) as forecast, sum(actual) as actual from (
                    select budget_currency as currency, budget, null::numeric as forecast, null::numeric as actual from facts
                    where budget is not null
                    union all select forecast_currency, null, forecast, null from facts where forecast is not null
                    union all select actual_currency, null, null, actual from facts where actual is not null) said
                group by currency
            ), branches as (
                select program, count(*) as projects from facts, unnest(facts.path) program group by program
            )
            select (select count(*) from facts) as projects,
                   (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) n from facts group by state) s)::text
                       as by_state,
                   (select coalesce(jsonb_object_agg(tier, n), '{}') from (select tier, count(*) n from facts group by tier) t)::text
                       as by_tier,
                   (select coalesce(jsonb_agg(to_jsonb(a) order by currency), '[]') from amounts a)::text as amounts,
                   (select count(*) from facts where budget is null) as budget_unknown,
                   (select count(*) from facts where forecast is null and state not in ('CLOSED', 'CANCELLED'))
                       as forecast_unknown,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'projects', b.projects)
                           order by p.number), '[]')
                    from branches b join program p on p.id = b.program)::text as programs""";

    private final EntityManager entities;
    private final ObjectMapper json;

    Rollups(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    Rollup ofProgram(UUID program, LocalDate on, Actor by) {
        var root = "select cast(:program as uuid), array[cast(:program as uuid)]";
        var leaf = """
                select m.child as id, tree.path from tree
                join membership m on m.kind = 'project' and m.program = tree.id and m.valid @> cast(:on as date)""";
        return ask(TREE.formatted(root, leaf), Map.of("program", program), on, by);
    }

    Rollup ofPortfolio(LocalDate on, Actor by) {
        var root = """
                select p.id, array[p.id] from program p where not exists (
                    select 1 from membership m where m.kind = 'program' and m.child = p.id and m.valid @> cast(:on as date))""";
        var leaf = """
                select p.id, coalesce(tree.path, array[]::uuid[]) as path from project p
                left join membership m on m.kind = 'project' and m.child = p.id and m.valid @> cast(:on as date)
                left join tree on tree.id = m.program""";
        return ask(TREE.formatted(root, leaf), Map.of(), on, by);
    }

    Rollup ofProduct(UUID product, LocalDate on, Actor by) {
        var root = "select p.id, array[p.id] from program p where false";
        var leaf = "select d.project as id, array[]::uuid[] as path from delivery d where d.product = :product";
        return ask(TREE.formatted(root, leaf), Map.of("product", product), on, by);
    }

    private Rollup ask(String tree, Map<String, Object> parameters, LocalDate on, Actor by) {
        var visibility = Visibility.of(by);
        var query = entities.createNativeQuery(tree + SUMS.formatted(visibility.condition()), Tuple.class);
        // the sums of a product need no day
        query.setParameter("on", on);
        parameters.forEach(query::setParameter);
        visibility.parameters().forEach(query::setParameter);
        var row = (Tuple) query.getSingleResult();
        var byState = new EnumMap<ProjectState, Integer>(ProjectState.class);
        read(row, "by_state")
                .properties()
                .forEach(entry -> byState.put(
                        ProjectState.valueOf(entry.getKey()), entry.getValue().intValue()));
        var byTier = new EnumMap<Tier, Integer>(Tier.class);
        read(row, "by_tier")
                .properties()
                .forEach(entry -> byTier.put(
                        Tier.valueOf(entry.getKey()), entry.getValue().intValue()));
        var amounts = new ArrayList<Rollup.Amounts>();
        read(row, "amounts")
                .forEach(line -> amounts.add(new Rollup.Amounts(
                        line.path("currency").textValue(),
                        money(line, "budget"),
                        money(line, "forecast"),
                        money(line, "actual"))));
        var programs = new ArrayList<Rollup.Branch>();
        read(row, "programs").forEach(line -> {
            var id = line.path("id").textValue();
            programs.add(new Rollup.Branch(
                    new Reference("program", id, line.path("number").textValue(), "/v1/programs/" + id),
                    line.path("projects").intValue()));
        });
        return new Rollup(
                on,
                number(row, "projects"),
                byState,
                byTier,
                amounts,
                number(row, "budget_unknown"),
                number(row, "forecast_unknown"),
                programs);
    }

    private static @Nullable Money money(JsonNode line, String name) {
        var amount = line.path(name);
        return amount.isNumber()
                ? new Money(amount.decimalValue(), line.path("currency").textValue())
                : null;
    }

    private static int number(Tuple row, String name) {
        return row.get(name, Number.class).intValue();
    }

    private JsonNode read(Tuple row, String name) {
        try {
            return json.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(row.get(name, String.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote what is no JSON", e);
        }
    }
}
