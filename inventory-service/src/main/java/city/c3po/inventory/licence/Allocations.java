package city.c3po.inventory.licence;

import static city.c3po.inventory.licence.EntitlementRule.ALLOCATED_ONCE;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of allocations; whether one may be made is the entitlement's to say. */
@Singleton
class Allocations {
    private static final String COLUMNS = "id, person, asset, quantity, over_quota, made_by, made_at";

    private final DataSource database;

    Allocations(DataSource database) {
        this.database = database;
    }

    void requireNone(UUID entitlement, Allocation one) {
        ask("entitlement = ? and coalesce(person, asset::text) = ?", query -> {
                    query.setObject(1, entitlement);
                    query.setString(2, one.person() == null ? String.valueOf(one.asset()) : one.person());
                })
                .stream()
                .findFirst()
                .ifPresent(known -> {
                    throw ALLOCATED_ONCE.violated(Map.of("allocation", known.id()));
                });
    }

    void insert(UUID entitlement, Allocation one) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into allocation (entitlement, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, entitlement);
            insert.setObject(2, one.id());
            insert.setString(3, one.person());
            insert.setObject(4, one.asset());
            insert.setInt(5, one.quantity());
            insert.setBoolean(6, one.overQuota());
            insert.setString(7, one.madeBy());
            insert.setObject(8, one.madeAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an allocation cannot be noted", e);
        }
    }

    void delete(UUID id) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from allocation where id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an allocation cannot be released", e);
        }
    }

    Optional<Allocation> find(UUID entitlement, UUID id) {
        return ask("entitlement = ? and id = ?", query -> {
                    query.setObject(1, entitlement);
                    query.setObject(2, id);
                })
                .stream()
                .findFirst();
    }

    /** In the order in which they were made. */
    List<Allocation> after(UUID entitlement, @Nullable UUID id, int limit) {
        return ask("entitlement = ? and id > ? order by id limit ?", query -> {
            query.setObject(1, entitlement);
            query.setObject(2, id == null ? new UUID(0, 0) : id);
            query.setInt(3, limit);
        });
    }

    private interface Binding {
        void to(PreparedStatement query) throws SQLException;
    }

    private List<Allocation> ask(String condition, Binding binding) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select " + COLUMNS + " from allocation where " + condition)) {
            binding.to(query);
            try (var row = query.executeQuery()) {
                var found = new ArrayList<Allocation>();
                while (row.next()) {
                    found.add(new Allocation(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            row.getInt(4),
                            row.getBoolean(5),
                            row.getString(6),
                            row.getObject(7, OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("allocations cannot be read", e);
        }
    }
}
