package city.c3po.inventory.catalogue;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The systems that the city describes in public: in use, and marked as enterprise systems. */
@Singleton
class EnterpriseSystems {
    private static final String ALL = """
            select a.name, coalesce(v.name, a.vendor) as vendor, a.product, a.said ->> 'purpose' as purpose,
                   array(select jsonb_array_elements_text(coalesce(a.said -> 'dataCategories', '[]'))) as categories,
                   coalesce(d.name, a.department) as department, a.said ->> 'collectionFrequency' as collected,
                   a.said ->> 'updateFrequency' as updated,
                   coalesce((a.said -> 'exempt')::boolean, false) as exempt, a.sample_data
            from asset a
                left join known_reference v on v.kind = 'vendor' and v.id = a.vendor
                left join known_reference d on d.kind = 'department' and d.id = a.department
            where (a.said -> 'enterpriseSystem')::boolean and a.merged_into is null
              and a.state not in ('REQUESTED', 'ON_ORDER', 'CANCELLED', 'RETIRED', 'DISPOSED', 'PLANNED', 'TERMINATED')
            order by a.name, a.id limit 5000""";

    private final DataSource database;

    EnterpriseSystems(DataSource database) {
        this.database = database;
    }

    List<EnterpriseSystem> all() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ALL);
                var row = query.executeQuery()) {
            var systems = new ArrayList<EnterpriseSystem>();
            while (row.next()) {
                systems.add(of(row));
            }
            return systems;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the catalogue", e);
        }
    }

    private static EnterpriseSystem of(ResultSet row) throws SQLException {
        boolean exempt = row.getBoolean("exempt");
        return new EnterpriseSystem(
                row.getString("name"),
                shown(exempt, row.getString("vendor")),
                shown(exempt, row.getString("product")),
                shown(exempt, row.getString("purpose")),
                exempt ? null : List.of((String[]) row.getArray("categories").getArray()),
                shown(exempt, row.getString("department")),
                shown(exempt, row.getString("collected")),
                shown(exempt, row.getString("updated")),
                exempt,
                row.getBoolean("sample_data"));
    }

    private static @Nullable String shown(boolean exempt, @Nullable String value) {
        return exempt ? null : value;
    }
}
