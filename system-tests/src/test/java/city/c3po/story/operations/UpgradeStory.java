package city.c3po.story.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Database;
import city.c3po.testing.Infra;
import city.c3po.testing.KafkaFixture;
import city.c3po.testing.Tokens;
import city.c3po.testing.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A city that has worked with the first version that had charters starts the present one on the same databases. The
 * services migrate them when they start; nobody has to do anything.
 */
@Order(92)
class UpgradeStory {
    private static final List<String> KEYS = List.of("charter", "portfolio", "reporting");
    private static final List<String> SOURCES =
            List.of("charter", "portfolio", "inventory", "inventory-assets", "audit", "reporting");
    /** A hash of all hashes: rows of a journal are what they were, down to the last bit. */
    private static final String JOURNAL =
            "select count(*) || ' ' || md5(string_agg(hash::text || access || coalesce(state::text, ''), '' order by"
                    + " id)) from journal where id <= %d";

    private static final String BROKEN = """
        select count(*) from (select distinct aggregate_type, aggregate_id from journal) chain,
                             lateral journal_verify(chain.aggregate_type, chain.aggregate_id)\
        """;

    private final Tokens ppm = Tokens.as("ppm");
    private final Tokens submitter = Tokens.as("submitter");
    private final Tokens job = Tokens.client("reporting-job");

    @TempDir
    Path folder;

    @Test
    void a_city_of_the_first_charters_goes_on_with_the_present_version() throws Exception {
        var databases = new LinkedHashMap<String, Database>();
        var before = new TreeMap<String, String>();
        var heads = new TreeMap<String, Long>();
        for (var key : KEYS) {
            var database = Infra.postgres().freshDatabase(key);
            new Snapshot(Path.of("src/test/resources/upgrade", key + ".jsonl.gz")).load(key, database);
            databases.put(key, database);
            heads.put(key, Long.valueOf(ask(database, "select coalesce(max(id), 0) from journal")));
            before.put(key, ask(database, JOURNAL.formatted(heads.get(key))));
            assertNotEquals(newest(key), last(database), key + " has something to migrate");
        }
        assertTrue(heads.get("charter") > 0 && heads.get("portfolio") > 0, "there is something to lose");
        var prefix = KafkaFixture.freshPrefix();
        Infra.kafka().createTopicsOf(prefix, SOURCES);

        var services = new LinkedHashMap<String, ServiceJar>();
        try {
            for (var key : KEYS) {
                services.put(key, ServiceJar.start(key, databases.get(key), prefix, folder));
            }
            services.values().forEach(ServiceJar::awaitReady);

            for (var key : KEYS) {
                var database = databases.get(key);
                assertEquals(newest(key), last(database), key + " is up to date");
                assertEquals(before.get(key), ask(database, JOURNAL.formatted(heads.get(key))), key);
                assertEquals("0", ask(database, BROKEN), key);
            }
            everythingIsListed(services, databases);
            lifeGoesOn(services);
        } finally {
            services.values().forEach(ServiceJar::close);
        }
    }

    private void everythingIsListed(Map<String, ServiceJar> services, Map<String, Database> databases)
            throws SQLException {
        for (var list : Map.of("initiative", "portfolio", "project", "portfolio", "charter", "charter")
                .entrySet()) {
            var service = services.get(list.getValue());
            var listed = service.get(ppm, "/v1/%ss?limit=500".formatted(list.getKey()))
                    .path("items");
            assertEquals(
                    ask(
                            databases.get(list.getValue()),
                            "select string_agg(distinct aggregate_id, ' ' order by aggregate_id) from journal where aggregate_type = '%s'"
                                    .formatted(list.getKey())),
                    ids(listed, "/id"),
                    list.getKey());
            for (var one : listed) {
                var verified = service.get(ppm, one.get("href").asText() + "/history/verify");
                assertTrue(verified.get("verified").asBoolean(), verified::toString);
            }
            var told = services.get("reporting").get(job, "/v1/changes?limit=500&types=" + list.getKey());
            assertEquals(ids(listed, "/id"), ids(told.path("items"), "/subject/id"), list.getKey());
        }
    }

    /** What waited for somebody still does, and when it is done, reporting hears of it behind what it knew. */
    private void lifeGoesOn(Map<String, ServiceJar> services) {
        var draft = services.get("portfolio")
                .get(submitter, "/v1/initiatives?state=DRAFT&limit=1")
                .at("/items/0");
        var charter = services.get("charter")
                .get(ppm, "/v1/charters?state=DRAFT&limit=1")
                .at("/items/0");
        var since = services.get("reporting").get(job, "/v1/changes?since=latest");

        var submitted = services.get("portfolio").verb(submitter, draft, "submit");
        assertNotEquals("DRAFT", submitted.get("state").asText());
        var moved = services.get("charter").verb(submitter, charter, "submit");
        assertEquals("IN_REVIEW", moved.get("state").asText());

        var feed = services.get("reporting");
        await("reporting hears of both").atMost(Duration.ofSeconds(30)).until(() -> {
            var told = ids(feed.get(job, since.at("/page/delta").asText()).path("items"), "/subject/id");
            return told.contains(submitted.get("id").asText())
                    && told.contains(moved.get("id").asText());
        });
    }

    private static String ids(JsonNode items, String pointer) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at(pointer).asText())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" "));
    }

    private static String newest(String key) throws IOException {
        try (var scripts = Files.list(
                Workspace.root().resolve("%s/src/main/resources/db/%s".formatted(Snapshot.module(key), key)))) {
            return scripts.map(script -> script.getFileName().toString().replaceFirst("^V([0-9]+)__.*$", "$1"))
                    .sorted()
                    .toList()
                    .getLast();
        }
    }

    private static String last(Database database) throws SQLException {
        return ask(database, "select max(version) from flyway_schema_history where success");
    }

    private static String ask(Database database, String query) throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
