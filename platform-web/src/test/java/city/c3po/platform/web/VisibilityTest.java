package city.c3po.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Access.Classification;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.testing.WithInfra;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The condition of lists, against the predicate in Java and the function in SQL. */
@QuarkusTest
@WithInfra("platformtest")
class VisibilityTest {
    private static final int CASES = 2_000;
    private static final long SEED = 20_260_301;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    private final Random chance = new Random(SEED);

    @Test
    void the_three_agree_on_every_reader_and_record() throws JsonProcessingException {
        var differences = new ArrayList<String>();
        int seen = 0;
        for (int i = 0; i < CASES; i++) {
            var access = access();
            var reader = reader();
            boolean expected = access.visibleTo(reader);
            if (expected != listed(access, reader) || expected != function(access, reader)) {
                differences.add(access + " " + reader);
            }
            seen += expected ? 1 : 0;
        }

        assertEquals(List.of(), differences);
        assertEquals(true, seen > CASES / 5 && seen < CASES * 4 / 5, "the cases are one-sided: " + seen);
    }

    private boolean listed(Access access, Actor reader) throws JsonProcessingException {
        var visibility = Visibility.of(reader);
        var query = entities.createNativeQuery(
                        "select count(*) from (select cast(:access as jsonb) as access) r where "
                                + visibility.condition(),
                        Long.class)
                .setParameter("access", json.writeValueAsString(access));
        visibility.parameters().forEach(query::setParameter);
        return ((Number) query.getSingleResult()).intValue() == 1;
    }

    private boolean function(Access access, Actor reader) throws JsonProcessingException {
        return (Boolean)
                entities.createNativeQuery("select access_visible(cast(:access as jsonb), :reader)", Boolean.class)
                        .setParameter("access", json.writeValueAsString(access))
                        .setParameter("reader", reader.claims())
                        .getSingleResult();
    }

    private Access access() {
        return new Access(
                Classification.values()[chance.nextInt(3)],
                List.copyOf(some("DEP-A", "DEP-B", "DEP-C")),
                List.copyOf(some("ann", "bob")),
                chance.nextInt(3) == 0 ? "V-1" : null,
                List.copyOf(some("audit", "council")),
                List.copyOf(some("finance", "assets")));
    }

    private Actor reader() {
        return new Actor(
                chance.nextBoolean() ? "ann" : "cleo",
                "issuer",
                "client",
                "name",
                some(Roles.VENDOR, Roles.FEEDER, Roles.READER, Roles.PORTFOLIO_MANAGER),
                some("DEP-A", "DEP-D"),
                some("finance", "other"),
                some("council", "other"),
                chance.nextInt(3) == 0 ? "V-1" : chance.nextBoolean() ? "V-2" : null,
                null);
    }

    /** Rarely more than one, so that each rule decides alone now and then. */
    private Set<String> some(String... names) {
        var chosen = new TreeSet<String>();
        for (var name : names) {
            if (chance.nextInt(5) == 0) {
                chosen.add(name);
            }
        }
        return chosen;
    }
}
