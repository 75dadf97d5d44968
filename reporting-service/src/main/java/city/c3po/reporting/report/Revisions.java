package city.c3po.reporting.report;

import city.c3po.reporting.model.Measure;
import city.c3po.reporting.model.ReportModel;
import city.c3po.reporting.model.RollForward;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The frozen models. Written once; the database takes no change of them. */
@Singleton
public class Revisions {
    /** @param model canonical JSON, whose SHA-256 is {@code sha256} */
    public record Revision(UUID report, int number, String model, String sha256) {}

    private final DataSource database;

    Revisions(DataSource database) {
        this.database = database;
    }

    public Optional<Revision> of(UUID report, int number) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select model, sha256 from report_revision where report = ? and revision = ?")) {
            query.setObject(1, report);
            query.setInt(2, number);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Revision(report, number, row.getString(1), row.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a revision", e);
        }
    }

    static void put(Connection connection, UUID report, int number, ReportModel model, Instant at) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into report_revision (report, revision, model, sha256, frozen_at) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, report);
            insert.setInt(2, number);
            insert.setString(3, model.json());
            insert.setString(4, model.sha256());
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.execute();
        }
        try (var insert = connection.prepareStatement("""
                insert into report_standing (report, revision, measure, subject, department)
                select ?, ?, s.measure, s.subject, s.department
                from unnest(?::text[], ?::text[], ?::text[]) as s (measure, subject, department)""")) {
            var standings = model.standings();
            insert.setObject(1, report);
            insert.setInt(2, number);
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            standings.stream().map(s -> s.measure().name()).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            standings.stream()
                                    .map(RollForward.Standing::subject)
                                    .toArray()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "text",
                            standings.stream()
                                    .map(RollForward.Standing::department)
                                    .toArray()));
            insert.execute();
        }
    }

    static List<RollForward.Standing> standings(Connection connection, UUID report, int number) throws SQLException {
        try (var query = connection.prepareStatement(
                "select measure, subject, department from report_standing where report = ? and revision = ?")) {
            query.setObject(1, report);
            query.setInt(2, number);
            try (var row = query.executeQuery()) {
                var found = new ArrayList<RollForward.Standing>();
                while (row.next()) {
                    found.add(new RollForward.Standing(
                            Measure.valueOf(row.getString(1)), row.getString(2), row.getString(3)));
                }
                return found;
            }
        }
    }
}
