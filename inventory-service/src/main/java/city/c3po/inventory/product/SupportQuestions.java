package city.c3po.inventory.product;

import city.c3po.platform.value.Reference;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Answers how something is looked after on a day. */
@Singleton
class SupportQuestions {
    private static final String OF_PRODUCT = """
            select p.id, p.publisher || ' ' || p.product || coalesce(' ' || p.edition, '') || coalesce(' ' || p.release, '') as label,
                   support_status(c.cycle, d.day) as status, c.cycle ->> 'cycle' as cycle,
                   support_until(c.cycle, d.day) as until, %s
            from %s
                cross join (select cast(? as date) as day) d
                cross join lateral (select support_cycle(p.lifecycle, p.cycle, p.release) as cycle offset 0) c
            order by support_badness(support_status(c.cycle, d.day)) desc, label, p.id limit 500""";

    private static final String ONE =
            OF_PRODUCT.formatted("null as via, null as tag", "(select * from software_product where id = ?) p");

    /** Itself, and what is installed on it and not ended. */
    private static final String OF_ASSET = OF_PRODUCT.formatted("a.id as via, a.tag", """
            (select cast(? as uuid) as id) whole
                join asset a on a.id = whole.id
                             or a.said ->> 'parent' = whole.id::text and jsonb_exists(a.said, 'parent')
                                and a.kind = 'SOFTWARE_INSTALL' and a.state <> 'TERMINATED' and a.merged_into is null
                join asset_product ap on ap.asset = a.id
                join software_product p on p.id = ap.product""");

    private final DataSource database;

    SupportQuestions(DataSource database) {
        this.database = database;
    }

    Support ofProduct(UUID product, LocalDate on) {
        return Support.of(on, ask(ONE, product, on));
    }

    Support ofAsset(UUID asset, LocalDate on) {
        return Support.of(on, ask(OF_ASSET, asset, on));
    }

    private List<Support.OfProduct> ask(String sql, UUID id, LocalDate on) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            query.setObject(2, on);
            try (var row = query.executeQuery()) {
                var products = new ArrayList<Support.OfProduct>();
                while (row.next()) {
                    products.add(product(row));
                }
                return products;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tell how it is supported", e);
        }
    }

    private static Support.OfProduct product(ResultSet row) throws SQLException {
        var id = row.getString("id");
        var via = row.getString("via");
        return new Support.OfProduct(
                new Reference("softwareProduct", id, null, "/v1/software-products/" + id),
                row.getString("label"),
                SupportStatus.valueOf(row.getString("status")),
                row.getString("cycle"),
                row.getObject("until", LocalDate.class),
                via == null ? null : new Reference("asset", via, row.getString("tag"), "/v1/assets/" + via));
    }
}
