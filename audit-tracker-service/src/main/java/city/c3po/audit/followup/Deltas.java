package city.c3po.audit.followup;

import city.c3po.audit.recommendation.ManagementStatus;
import city.c3po.audit.recommendation.VerifiedStatus;
import city.c3po.audit.table.Tables;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The rows of a frozen cycle, of those recommendations that the reader may see today. */
@Singleton
class Deltas {
    private static final String ROWS = """
            select i.recommendation, i.number, r.finding_text,
                (select string_agg(a ->> 'title', '; ') from jsonb_array_elements(r.actions) a),
                i.management_status, i.verified_status,
                i.lead_department, i.class, i.flags::text
            from follow_up_item i join recommendation r on r.id = i.recommendation
            where i.cycle = ? and access_visible(r.access, ?) and (?::text is null or i.class = ?)
                and (i.number, i.recommendation) > (?, ?::uuid)
            order by i.number, i.recommendation limit ?""";
    private static final Pages.Place FIRST = new Pages.Place("", "00000000-0000-0000-0000-000000000000");

    private final EntityManager entities;
    private final Pages pages;
    private final Listings listings;
    private final Tables tables;
    private final ObjectMapper json;

    Deltas(EntityManager entities, Pages pages, Listings listings, Tables tables, ObjectMapper json) {
        this.entities = entities;
        this.pages = pages;
        this.listings = listings;
        this.tables = tables;
        this.json = json;
    }

    Page<Delta> of(UUID cycle, Actor by, @Nullable DeltaClass only, Paging paging) {
        if (listings.streamed()) {
            return tables.all(
                    Delta.class, (last, most) -> rows(cycle, by, only, last == null ? FIRST : place(last), most));
        }
        var last = pages.after(paging).orElse(FIRST);
        return pages.page(rows(cycle, by, only, last, paging.limit() + 1), paging, Deltas::place, null);
    }

    private static Pages.Place place(Delta row) {
        return new Pages.Place(row.number(), row.recommendation().id());
    }

    private List<Delta> rows(UUID cycle, Actor by, @Nullable DeltaClass only, Pages.Place last, int most) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(ROWS)) {
                query.setObject(1, cycle);
                query.setString(2, by.claims());
                query.setString(3, only == null ? null : only.name());
                query.setString(4, only == null ? null : only.name());
                query.setString(5, last.sortKey());
                query.setString(6, last.id());
                query.setInt(7, most);
                try (var found = query.executeQuery()) {
                    var deltas = new ArrayList<Delta>();
                    while (found.next()) {
                        deltas.add(delta(found));
                    }
                    return deltas;
                }
            }
        });
    }

    private Delta delta(ResultSet row) throws SQLException {
        var id = row.getString(1);
        var number = row.getString(2);
        var management = ManagementStatus.valueOf(row.getString(5));
        return new Delta(
                new Reference("recommendation", id, number, "/v1/recommendations/" + id),
                number,
                row.getString(3),
                row.getString(4),
                management,
                management.label(),
                VerifiedStatus.valueOf(row.getString(6)),
                row.getString(7),
                DeltaClass.valueOf(row.getString(8)),
                flags(row.getString(9)));
    }

    private List<DeltaClass> flags(String text) {
        try {
            return json.readValue(text, new TypeReference<List<DeltaClass>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("flags that were written cannot be read", e);
        }
    }
}
