package city.c3po.inventory.quality;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The measures: taken all at once, read one by one. */
@Singleton
class QualityMeasures extends Aggregates<Quality, String, QualityAction> {
    private static final int MOST_POINTS = 1_000;

    private static final String TREND = """
            select occurred_at, cast(fact ->> 'index' as numeric) from journal
            where aggregate_type = 'quality' and aggregate_id = ? order by version desc limit ?""";

    private final DataSource database;
    private final String weights;

    QualityMeasures(
            EntityManager entities,
            Journal journal,
            DataSource database,
            ObjectMapper json,
            @ConfigProperty(name = "c3po.inventory.quality.weights") Map<String, BigDecimal> weights) {
        super(Quality.class, entities, journal);
        this.database = database;
        this.weights = json.valueToTree(weights).toString();
    }

    /** @return how many were measured */
    long measure(Actor by, Instant at) {
        try (var connection = database.getConnection();
                var measure = connection.prepareStatement("select measure_quality(?, ?::jsonb, ?)")) {
            measure.setObject(1, at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            measure.setString(2, weights);
            measure.setString(3, by.sub());
            try (var row = measure.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("quality cannot be measured", e);
        }
    }

    /** The newest first. */
    List<QualityPoint> trend(Quality one) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(TREND)) {
            query.setString(1, one.id());
            query.setInt(2, MOST_POINTS);
            try (var row = query.executeQuery()) {
                var points = new ArrayList<QualityPoint>();
                while (row.next()) {
                    points.add(new QualityPoint(
                            row.getObject(1, OffsetDateTime.class).toInstant(), row.getBigDecimal(2)));
                }
                return points;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a trend cannot be read", e);
        }
    }
}
