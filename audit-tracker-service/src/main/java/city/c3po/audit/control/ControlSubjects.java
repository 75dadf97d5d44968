package city.c3po.audit.control;

import city.c3po.audit.recommendation.LivingEvidence;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Pages;
import city.c3po.platform.web.Paging;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Lists the subjects behind a measure that a reader may see, in an order that never changes. */
@Singleton
class ControlSubjects {
    private static final String SEPARATOR = "|";

    private static final String WANTED = """
            from control_subject where control = ? and (?::boolean is null or (share = 1) = ?)
                and access_visible(access, ?)""";

    private final EntityManager entities;
    private final Pages pages;

    ControlSubjects(EntityManager entities, Pages pages) {
        this.entities = entities;
        this.pages = pages;
    }

    Page<SubjectView> page(String control, @Nullable Boolean met, Actor by, Paging paging) {
        var last = pages.after(paging).orElse(null);
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            var rows = rows(connection, control, met, by, last, paging.limit() + 1);
            var total = paging.count() ? count(connection, control, met, by) : null;
            return pages.page(rows, paging, ControlSubjects::place, total);
        });
    }

    private static Pages.Place place(SubjectView row) {
        return new Pages.Place(row.part() + SEPARATOR + row.item(), row.toldIn());
    }

    private static List<SubjectView> rows(
            Connection connection,
            String control,
            @Nullable Boolean met,
            Actor by,
            Pages.@Nullable Place last,
            int most)
            throws SQLException {
        try (var query = connection.prepareStatement(
                "select part, root_id, item, type, id, number, href, share, reason " + WANTED
                        + (last == null ? "" : " and (part, root_id, item) > (?, ?, ?)")
                        + " order by part, root_id, item limit ?")) {
            int place = ask(query, control, met, by);
            if (last != null) {
                int cut = last.sortKey().indexOf(SEPARATOR);
                query.setString(place++, last.sortKey().substring(0, cut));
                query.setString(place++, last.id());
                query.setString(place++, last.sortKey().substring(cut + 1));
            }
            query.setInt(place, most);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<SubjectView>();
                while (rows.next()) {
                    found.add(new SubjectView(
                            Part.valueOf(rows.getString(1)),
                            new Reference(rows.getString(4), rows.getString(5), rows.getString(6), rows.getString(7)),
                            rows.getString(3),
                            LivingEvidence.plain(rows.getBigDecimal(8)),
                            rows.getString(9),
                            rows.getString(2)));
                }
                return found;
            }
        }
    }

    private static Long count(Connection connection, String control, @Nullable Boolean met, Actor by)
            throws SQLException {
        try (var query = connection.prepareStatement("select count(*) " + WANTED)) {
            ask(query, control, met, by);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static int ask(PreparedStatement query, String control, @Nullable Boolean met, Actor by)
            throws SQLException {
        query.setString(1, control);
        query.setObject(2, met, Types.BOOLEAN);
        query.setObject(3, met, Types.BOOLEAN);
        query.setString(4, by.claims());
        return 5;
    }
}
