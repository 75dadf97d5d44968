package city.c3po.reporting;

import city.c3po.testing.Database;
import city.c3po.testing.contract.Contracts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A city's records as their owners publish them: sequences of events with versions 1…n, in the shapes of the contracts.
 * Each city is one body's: what it tells is marked with a department of its own, so that figures can be told apart.
 */
public final class City implements AutoCloseable {
    private final Portfolio wire = new Portfolio("city");
    private final int epoch;
    private final Map<String, Long> versions = new TreeMap<>();
    public final String body = "body-" + Long.toString(System.nanoTime(), 36);
    public final String department = ("DEP-" + Long.toString(System.nanoTime(), 36)).toUpperCase(Locale.ROOT);

    public City() {
        epoch = (int) Math.max(1, Portfolio.count("select coalesce(max(epoch), 1) from inbox_source"));
    }

    /** The next version of a record; returns when it is in the log. */
    public City tell(String type, String fact, String id, Instant at, String members) {
        return tell(type, fact, id, at, members, "INTERNAL");
    }

    public City tell(String type, String fact, String id, Instant at, String members, String classification) {
        return tell(type, fact, id, at, members, classification, "");
    }

    /** @param tasks a JSON array, or nothing */
    public City tell(
            String type, String fact, String id, Instant at, String members, String classification, String tasks) {
        long version = versions.merge(type + "/" + id, 1L, Long::sum);
        var headers = headers("city.c3po." + type + "." + fact + ".v1", id, version, at);
        var state = "{\"id\":\"" + id + "\",\"number\":\"" + number(type, id) + "\",\"href\":\"/v1/" + type + "s/" + id
                + "\"" + (members.isEmpty() ? "" : "," + members) + "}";
        wire.sendRaw(
                id,
                headers,
                "{\"fact\":{},\"state\":" + state + ",\"access\":" + Portfolio.accessOf(classification, department)
                        + (tasks.isEmpty() ? "" : ",\"tasks\":" + tasks) + "}");
        awaitTaken(type, id, version);
        return this;
    }

    static String number(String type, String id) {
        return type.substring(0, 3).toUpperCase(Locale.ROOT) + "-" + id;
    }

    /** The next version of a record, as its owner committed an example of such an event. */
    public City example(String type, String id) {
        var part = type.split("\\.");
        long version = versions.merge(part[2] + "/" + id, 1L, Long::sum);
        var headers = headers(type, id, version, Instant.now());
        wire.sendRaw(
                id,
                headers,
                Contracts.of(part[2].equals("project") ? "portfolio" : part[2]).example(type));
        awaitTaken(part[2], id, version);
        return this;
    }

    private HashMap<String, String> headers(String type, String id, long version, Instant at) {
        var headers = new HashMap<String, String>();
        headers.put("id", UUID.randomUUID().toString());
        headers.put("source", "/services/portfolio");
        headers.put("type", type);
        headers.put("subject", id);
        headers.put("sequence", "%020d".formatted(version));
        headers.put("time", at.toString());
        headers.put("recordedtime", at.toString());
        headers.put("epoch", Integer.toString(epoch));
        headers.put("authid", "anna");
        return headers;
    }

    private static void awaitTaken(String type, String id, long version) {
        Portfolio.await(
                type + " " + id + " " + version,
                () -> Portfolio.count("select count(*) from subject where type = '" + type + "' and id = '" + id
                                + "' and version >= " + version)
                        == 1);
    }

    public City project(String id, String fact, Instant at, String state, String members) {
        return tell(
                "project",
                fact,
                id,
                at,
                "\"title\":\"Project " + id + "\",\"state\":\"" + state
                        + "\",\"tier\":\"MAJOR\",\"sponsoringDepartment\":\"" + department + "\",\"sampleData\":false"
                        + (members.isEmpty() ? "" : "," + members));
    }

    /** All sources are known up to here. */
    public City mark(Instant through) {
        wire.mark(epoch, through);
        Portfolio.await(
                "marked",
                () -> Portfolio.count("select count(*) from inbox_partition where source = 'portfolio' and epoch = "
                                + epoch + " and through >= '" + through + "'")
                        == Portfolio.PARTITIONS);
        return this;
    }

    /** As long as nobody says how far it is. */
    public static void silence() {
        asOwner("update inbox_partition set through = '2020-01-01T00:00:00Z'");
    }

    public static void asOwner(String sql) {
        try (var owner = Database.current().asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
