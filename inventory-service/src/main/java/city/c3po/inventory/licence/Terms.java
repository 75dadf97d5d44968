package city.c3po.inventory.licence;

import city.c3po.platform.value.Money;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What ends: terms of entitlements, and of subscriptions that systems tell of and nobody recorded an entitlement for. */
@Singleton
public class Terms {
    private static final String ENDING = """
            select ends.id
            from (select e.id, e.term_end, cast(e.said ->> 'noticeDays' as int) as notice
                  from entitlement e where e.ended is null and e.term_end is not null
                  union all
                  select b.id, b.said ->> 'termEnd', 0 from bought_subscription b where jsonb_exists(b.said, 'termEnd')) ends
            where ends.term_end >= ? and cast(ends.term_end as date) - ends.notice <= cast(? as date) and ends.id > ?
              and not exists (select from renewal r
                              where r.entitlement = ends.id and r.term_end = cast(ends.term_end as date))
            order by ends.id limit 200""";

    private static final String SUBSCRIPTION = """
            select b.id, b.number, (select min(ap.product::text) from asset_product ap where ap.asset = b.id) as product,
                   b.department, b.vendor, b.said ->> 'termEnd' as term_end, b.said ->> 'purchaseCost' as cost, b.sample_data
            from bought_subscription b where b.id = ? and jsonb_exists(b.said, 'termEnd')""";

    private final Entitlements entitlements;
    private final DataSource database;
    private final ObjectMapper json;

    Terms(Entitlements entitlements, DataSource database, ObjectMapper json) {
        this.entitlements = entitlements;
        this.database = database;
        this.json = json;
    }

    /** What ends from today on, so that notice is due by the horizon, and has no renewal yet: a page of ids. */
    public List<UUID> ending(LocalDate today, LocalDate horizon, UUID after) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ENDING)) {
            query.setString(1, today.toString());
            query.setString(2, horizon.toString());
            query.setObject(3, after);
            try (var row = query.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tell what ends", e);
        }
    }

    /** Locked until the transaction ends; empty when it has no end, or does not count any more. */
    public Optional<Expiring> locked(UUID id) {
        var entitled = entitlements.lockedExpiring(id);
        return entitled.isPresent() ? entitled : subscription(id);
    }

    private Optional<Expiring> subscription(UUID id) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select from asset where id = ? for no key update");
                var query = connection.prepareStatement(SUBSCRIPTION)) {
            lock.setObject(1, id);
            lock.execute();
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(of(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tell when a subscription ends", e);
        }
    }

    private Expiring of(ResultSet row) throws SQLException {
        @Nullable String product = row.getString("product");
        return new Expiring(
                "asset",
                row.getObject("id", UUID.class),
                row.getString("number"),
                product == null ? null : UUID.fromString(product),
                row.getString("department"),
                row.getString("vendor"),
                null,
                LocalDate.parse(row.getString("term_end")),
                0,
                false,
                money(row.getString("cost")),
                row.getBoolean("sample_data"));
    }

    private @Nullable Money money(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Money.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a subscription costs cannot be read", e);
        }
    }
}
