package city.c3po.inventory.asset;

import static city.c3po.inventory.asset.AssetRule.FED_BY_ITS_SOURCE;
import static city.c3po.inventory.asset.AssetRule.FEEDING_SOURCE_IS_KNOWN;
import static city.c3po.inventory.asset.AssetRule.KIND_IS_FIXED;
import static city.c3po.inventory.asset.AssetRule.SAMPLE_DATA_FIXED;
import static city.c3po.inventory.asset.AssetRule.TAG_IS_FIXED;
import static city.c3po.inventory.asset.AssetRule.TAG_OF_OURS;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.time.CityCalendar;
import city.c3po.platform.value.ExternalRef;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a system says of one asset, by its own key: the same claim as a row of a file, without the file. */
@Singleton
class AssetFeed {
    private static final String FED = """
            insert into source_fed as f (source, at) select id, ? from source where id = ? and withdrawn_at is null
            on conflict (source) do update set at = greatest(f.at, excluded.at)
            returning source""";

    private static final String HOLDER = "select asset from identifier where kind = 'N' and value = ?";

    private static final String FIRST_STATE = "select first_state(?, ?::jsonb, ?)";

    private final Assets assets;
    private final Claims claims;
    private final Attributes attributes;
    private final ObjectMapper json;
    private final DataSource database;
    private final CityCalendar calendar;

    AssetFeed(
            Assets assets,
            Claims claims,
            Attributes attributes,
            ObjectMapper json,
            DataSource database,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        this.assets = assets;
        this.claims = claims;
        this.attributes = attributes;
        this.json = json;
        this.database = database;
        this.calendar = new CityCalendar(zone, Set.of());
    }

    Asset put(ExternalRef ref, AssetText said, Actor by, Seen seen, Instant at) {
        FED_BY_ITS_SOURCE.require(by.feeds(ref.source()) || by.has(Roles.PORTFOLIO_MANAGER));
        FEEDING_SOURCE_IS_KNOWN.require(isFed(ref.source(), at));
        var known = holder(ref);
        return known.isPresent() ? sayAgain(known.get(), ref, said, by, seen, at) : register(ref, said, by, seen, at);
    }

    private Asset sayAgain(UUID id, ExternalRef ref, AssetText said, Actor by, Seen seen, Instant at) {
        var row = row(ref, said);
        return assets.edit(id, by, seen, AssetAction.FEED, asset -> {
            KIND_IS_FIXED.require(said.kind() == asset.kind());
            TAG_IS_FIXED.require(said.tag() == null || said.tag().equals(asset.tag()));
            SAMPLE_DATA_FIXED.require(said.sampleData() == null
                    || said.sampleData().equals(asset.text().sampleData()));
            assets.requireReferences(by, asset, said);
            claims.feedWhole(id, row, at);
            return asset.feed(by, claims.sources(id), claims.weigh(asset, asset.assetState(), at), row, at);
        });
    }

    private Asset register(ExternalRef ref, AssetText said, Actor by, Seen seen, Instant at) {
        seen.mustAllowCreation();
        TAG_OF_OURS.require(said.tag() == null || !said.tag().startsWith(Assets.OUR_TAGS));
        assets.requireReferences(by, null, said);
        var row = row(ref, said);
        var begins = firstState(row, calendar.dateOf(at));
        return assets.add(new Asset(by, said, at), by, asset -> {
            claims.feed(asset.id(), row, "CREATE", at);
            return asset.register(by, begins, claims.weigh(asset, begins, at), row, at);
        });
    }

    private FedRow row(ExternalRef ref, AssetText said) {
        return new FedRow(
                ref.source(),
                ref.key(),
                said.kind().name(),
                null,
                json.valueToTree(attributes.claimed(said)),
                null,
                null);
    }

    /** Notes that the source fed us; false where there is no such source, or it is believed no more. */
    private boolean isFed(String source, Instant at) {
        return one(FED, String.class, at.atOffset(ZoneOffset.UTC), source).isPresent();
    }

    private Optional<UUID> holder(ExternalRef ref) {
        return one(HOLDER, UUID.class, ref.source() + "/" + ref.key());
    }

    /** What it begins as when its source does not say: as in an import. */
    private AssetState firstState(FedRow row, LocalDate today) {
        return one(FIRST_STATE, String.class, row.kind(), row.said().toString(), today)
                .map(AssetState::valueOf)
                .orElseThrow();
    }

    /** On the connection of the running transaction. */
    private <T> Optional<T> one(String sql, Class<T> type, Object... parameters) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                query.setObject(at + 1, parameters[at]);
            }
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, type)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tell what a source feeds", e);
        }
    }
}
