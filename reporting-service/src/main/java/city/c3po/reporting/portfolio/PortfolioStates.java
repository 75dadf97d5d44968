package city.c3po.reporting.portfolio;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.web.Visibility;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The states of projects, initiatives and recommendations at an instant, as one reader may see them. */
@Singleton
class PortfolioStates {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** A parameter of the reader's condition. */
    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-z]+_)");

    private static final List<String> TYPES = List.of("initiative", "project", "recommendation");

    /** @param since when it was first recorded */
    record Standing(String type, JsonNode state, Instant since) {}

    private final DataSource database;

    PortfolioStates(DataSource database) {
        this.database = database;
    }

    /** Recorded up to then; who may see it is decided by how it is today. */
    List<Standing> at(Instant instant, Actor reader) {
        var sight = Visibility.of(reader);
        var named = new ArrayList<Object>();
        var condition = NAMED.matcher(sight.condition().replace("r.access", "s.access"))
                .replaceAll(parameter -> {
                    named.add(sight.parameters().get(parameter.group(1)));
                    return "?";
                });
        var sql = """
                select s.type, told.state::text, first.recorded_at from subject s
                cross join lateral (
                    select c.present, c.state from change c
                    where c.subject_type = s.type and c.subject_id = s.id and c.recorded_at <= ?
                    order by c.seq desc limit 1) told
                cross join lateral (
                    select c.recorded_at from change c
                    where c.subject_type = s.type and c.subject_id = s.id order by c.seq limit 1) first
                where s.type = any (?) and told.present and told.state is not null and""" + " " + condition;
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, instant.atOffset(ZoneOffset.UTC));
            query.setArray(2, connection.createArrayOf("text", TYPES.toArray()));
            int place = 3;
            for (var parameter : named) {
                if (parameter instanceof String[] several) {
                    query.setArray(place++, connection.createArrayOf("text", several));
                } else {
                    query.setObject(place++, parameter);
                }
            }
            try (var row = query.executeQuery()) {
                var found = new ArrayList<Standing>();
                while (row.next()) {
                    found.add(new Standing(
                            row.getString(1),
                            JSON.readTree(row.getString(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the portfolio", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds what is no JSON", e);
        }
    }
}
