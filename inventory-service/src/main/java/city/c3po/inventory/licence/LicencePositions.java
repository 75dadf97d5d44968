package city.c3po.inventory.licence;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.time.CityCalendar;
import city.c3po.platform.value.Reference;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The positions: measured all at once, read one by one. */
@Singleton
class LicencePositions extends Aggregates<LicencePosition, UUID, LicencePositionAction> {
    private static final int MOST_ROWS = 1_000;

    private static final String ON_A_DAY = """
            select p.status, p.position::text from licence_positions(?, ?, ?, ?, ?) p
            where p.metric = ? and p.department = ?""";

    private static final String AS_MEASURED = """
            select status, entitled, consumed, day from licence_position_day
            where position = ? and day <= ? order by day desc limit 1""";

    private static final String ROWS = """
            select n.what, n.department, n.amount, n.assets::text[]
            from licence_need(
                (select coalesce(jsonb_object_agg(e.product, e.least), '{}')
                 from (select product, max((said -> 'minimumCores')::int) as least from entitlement
                       where product = ? and metric = 'CORE' and ended is null group by product) e
                 where e.least is not null),
                ?, ?, ?) n
            where n.metric = ? and (? = '' or n.department = ?)
            order by n.what limit ?""";

    private static final String AGES = """
            select s.source, g.at, coalesce(g.at + make_interval(hours => c.fresh_hours) >= ?, false) as fresh
            from unnest(?) s (source) left join source c on c.id = s.source left join source_fed g on g.source = s.source
            order by 1""";

    private final DataSource database;
    private final ObjectMapper json;
    private final CityCalendar calendar;
    private final BigDecimal overPercent;
    private final int peakDays;

    LicencePositions(
            EntityManager entities,
            Journal journal,
            DataSource database,
            ObjectMapper json,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone,
            @ConfigProperty(name = "c3po.inventory.licences.over-percent") BigDecimal overPercent,
            @ConfigProperty(name = "c3po.inventory.licences.peak-days") int peakDays) {
        super(LicencePosition.class, entities, journal);
        this.database = database;
        this.json = json;
        this.calendar = new CityCalendar(zone, Set.of());
        this.overPercent = overPercent;
        this.peakDays = peakDays;
    }

    /** @return how many positions are others now */
    long measure(Actor by, Instant at) {
        return run(connection -> {
            try (var measure = connection.prepareStatement("select measure_licence_positions(?, ?, ?, ?, ?)")) {
                measure.setObject(1, calendar.dateOf(at));
                measure.setObject(2, at.atOffset(ZoneOffset.UTC));
                measure.setBigDecimal(3, overPercent);
                measure.setInt(4, peakDays);
                measure.setString(5, by.sub());
                try (var row = measure.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** On a day: as it was measured, or, for a day to come, with the need of today. */
    PositionEvidence evidence(LicencePosition one, @Nullable LocalDate on, Instant at) {
        var today = calendar.dateOf(at);
        var day = on == null ? today : on;
        return run(connection ->
                day.isBefore(today) ? measured(connection, one, day) : planned(connection, one, day, today, at));
    }

    private static PositionEvidence measured(Connection connection, LicencePosition one, LocalDate day)
            throws SQLException {
        try (var query = connection.prepareStatement(AS_MEASURED)) {
            query.setObject(1, one.id());
            query.setObject(2, day);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw Convention.NOT_FOUND.violated();
                }
                return new PositionEvidence(
                        LicencePositionView.of(one).product(),
                        row.getObject("day", LocalDate.class),
                        PositionStatus.valueOf(row.getString("status")),
                        row.getInt("entitled"),
                        row.getObject("consumed", Integer.class),
                        List.of(),
                        List.of());
            }
        }
    }

    private PositionEvidence planned(
            Connection connection, LicencePosition one, LocalDate day, LocalDate today, Instant at)
            throws SQLException {
        var department = Objects.requireNonNullElse(one.department(), "");
        try (var query = connection.prepareStatement(ON_A_DAY)) {
            query.setObject(1, day);
            query.setObject(2, at.atOffset(ZoneOffset.UTC));
            query.setBigDecimal(3, overPercent);
            // the peaks that count are those up to today
            query.setInt(4, peakDays + (int) ChronoUnit.DAYS.between(today, day));
            query.setObject(5, one.product());
            query.setString(6, one.metric().name());
            query.setString(7, department);
            try (var row = query.executeQuery()) {
                row.next();
                var standing = read(row.getString(2));
                return new PositionEvidence(
                        LicencePositionView.of(one).product(),
                        day,
                        PositionStatus.valueOf(row.getString(1)),
                        standing.entitled(),
                        standing.consumed(),
                        rows(connection, one, department, today),
                        ages(connection, standing, at));
            }
        }
    }

    private List<PositionEvidence.Row> rows(
            Connection connection, LicencePosition one, String department, LocalDate today) throws SQLException {
        try (var query = connection.prepareStatement(ROWS)) {
            query.setObject(1, one.product());
            query.setObject(2, today.minusDays(peakDays));
            query.setObject(3, today);
            query.setObject(4, one.product());
            query.setString(5, one.metric().name());
            query.setString(6, department);
            query.setString(7, department);
            query.setInt(8, MOST_ROWS);
            try (var row = query.executeQuery()) {
                var rows = new ArrayList<PositionEvidence.Row>();
                while (row.next()) {
                    rows.add(new PositionEvidence.Row(
                            row.getString(1),
                            row.getString(2).isEmpty() ? null : row.getString(2),
                            row.getObject(3, Integer.class),
                            Stream.of((String[]) row.getArray(4).getArray())
                                    .map(id -> new Reference("asset", id, null, "/v1/assets/" + id))
                                    .toList()));
                }
                return rows;
            }
        }
    }

    private static List<PositionEvidence.Age> ages(Connection connection, Standing standing, Instant at)
            throws SQLException {
        try (var query = connection.prepareStatement(AGES)) {
            query.setObject(1, at.atOffset(ZoneOffset.UTC));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            standing.sources().stream()
                                    .map(Standing.Feed::source)
                                    .toArray()));
            try (var row = query.executeQuery()) {
                var ages = new ArrayList<PositionEvidence.Age>();
                while (row.next()) {
                    var fed = row.getObject(2, OffsetDateTime.class);
                    ages.add(new PositionEvidence.Age(
                            row.getString(1),
                            fed == null ? null : fed.toInstant(),
                            fed == null
                                    ? null
                                    : Duration.between(fed.toInstant(), at).toHours(),
                            row.getBoolean(3)));
                }
                return ages;
            }
        }
    }

    private Standing read(String text) {
        try {
            return json.readValue(text, Standing.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a position cannot be read", e);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T run(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("licence positions cannot be worked out", e);
        }
    }
}
