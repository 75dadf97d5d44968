package city.c3po.inventory.imports;

import static city.c3po.inventory.imports.ImportRule.FEEDS_OWN_SOURCE;
import static city.c3po.inventory.imports.ImportRule.KNOWN_SOURCE;
import static city.c3po.inventory.imports.ImportRule.OBSERVED_IN_THE_PAST;

import city.c3po.inventory.bulk.Bulk;
import city.c3po.inventory.file.AssetFile;
import city.c3po.inventory.file.Names;
import city.c3po.inventory.file.Profile;
import city.c3po.inventory.file.Received;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.time.CityCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file in. Nothing of it is left when it cannot be read to its end; the same bytes for the same source, with the
 * same options, are the import they were the first time, unless another file of the source was applied since.
 */
@Singleton
class Reception {
    /** @param existed whether these bytes were sent before */
    record Taken(UUID id, boolean existed) {}

    /** What comes with the bytes. */
    record Wish(
            String source,
            Profile profile,
            AssetFile.Form form,
            ImportOptions options,
            @Nullable Instant observedAt,
            boolean sampleData) {}

    private final Imports imports;
    private final ImportSource sources;
    private final Bulk bulk;
    private final InstantSource clock;
    private final ZoneId zone;
    private final int mostRows;

    Reception(
            Imports imports,
            ImportSource sources,
            Bulk bulk,
            InstantSource clock,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone,
            @ConfigProperty(name = "c3po.inventory.imports.most-rows") int mostRows) {
        this.imports = imports;
        this.sources = sources;
        this.bulk = bulk;
        this.clock = clock;
        this.zone = zone;
        this.mostRows = mostRows;
    }

    Taken take(Actor by, Wish wish, InputStream body) throws IOException {
        FEEDS_OWN_SOURCE.require(by.has(Roles.PORTFOLIO_MANAGER) || by.feeds(wish.source()));
        boolean mayClear = sources.mayClear(wish.source()).orElseThrow(KNOWN_SOURCE::violated);
        var at = clock.instant();
        var observed = wish.observedAt() == null ? at : wish.observedAt();
        OBSERVED_IN_THE_PAST.require(!observed.isAfter(at));
        var id = Uuid7.next();
        var clears = wish.options().emptyCell() == ImportOptions.EmptyCell.CLEAR;
        try (var connection = bulk.connect()) {
            connection.setAutoCommit(false);
            var received = new Received(body);
            int rows;
            try (var staging = new Staging(connection, id, mayClear, mostRows)) {
                new AssetFile(wish.profile(), wish.form(), clears, names(wish.profile()))
                        .read(received.content(), staging);
                staging.end();
                rows = staging.rows();
            }
            var fingerprint = received.sha256OfAll() + " " + wish.profile() + " " + wish.options();
            var before = first(wish.source(), fingerprint);
            if (before.isPresent()) {
                connection.rollback();
                seeAgain(connection, before.get(), observed);
                return new Taken(before.get(), true);
            }
            connection.commit();
            return noted(id, by, wish, fingerprint, rows, observed, at);
        } catch (SQLException e) {
            throw new IllegalStateException("the file cannot be staged", e);
        }
    }

    /** An unchanged file is news all the same: what it names was there. */
    private static void seeAgain(Connection connection, UUID id, Instant observed) throws SQLException {
        try (var see = connection.prepareStatement("select import_see_again(?, ?)")) {
            see.setObject(1, id);
            see.setObject(2, observed.atOffset(ZoneOffset.UTC));
            see.execute();
        }
        connection.commit();
    }

    private Names names(Profile profile) {
        return switch (profile) {
            case NATIVE, CYCLONEDX -> Names.NONE;
            case SNIPE_IT_ASSETS, SNIPE_IT_LICENSES ->
                new Names(sources.names("department"), sources.names("person"), sources.names("vendor"));
        };
    }

    private Optional<UUID> first(String source, String fingerprint) {
        return QuarkusTransaction.requiringNew()
                .call(() -> imports.first(source, fingerprint).map(Import::id));
    }

    /** Two who send the same at the same time: the second finds the first. */
    private Taken noted(UUID id, Actor by, Wish wish, String fingerprint, int rows, Instant observed, Instant at) {
        var fresh = new Import(
                id,
                by,
                new CityCalendar(zone, Set.of()).dateOf(at).getYear(),
                wish.source(),
                wish.profile(),
                wish.options(),
                fingerprint,
                rows,
                observed,
                wish.sampleData(),
                at);
        try {
            QuarkusTransaction.requiringNew().run(() -> imports.receive(fresh, by, at));
            return new Taken(id, false);
        } catch (PersistenceException e) {
            return first(wish.source(), fingerprint)
                    .map(other -> new Taken(other, true))
                    .orElseThrow(() -> e);
        }
    }
}
