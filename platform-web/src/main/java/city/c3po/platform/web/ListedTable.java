package city.c3po.platform.web;

import jakarta.persistence.EntityManager;
import java.math.BigInteger;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The table of an aggregate, as Hibernate knows it; its rows come with their sort keys. */
final class ListedTable<A> {
    /** A record and the text that a cursor remembers of its place. */
    record Row<A>(A record, String sortKey) {}

    private final Class<A> aggregate;
    private final EntityManager entities;
    private final EntityPersister mapping;

    ListedTable(Class<A> aggregate, EntityManager entities) {
        this.aggregate = aggregate;
        this.entities = entities;
        this.mapping = entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(aggregate);
    }

    String name() {
        return mapping.getMappedTableDetails().getTableName();
    }

    String idColumn() {
        return "r."
                + mapping.getMappedTableDetails()
                        .getKeyDetails()
                        .getKeyColumn(0)
                        .getColumnName();
    }

    /** The PostgreSQL type that the id in a cursor is read as. */
    String idType() {
        var type = mapping.getIdentifierType().getReturnedClass();
        if (type == UUID.class) {
            return "uuid";
        }
        return type == Long.class || type == Integer.class || type == BigInteger.class ? "numeric" : "text";
    }

    /** @param sql selects {@code r.*} and {@code sort_key} */
    NativeQuery<Object[]> rows(String sql) {
        return session()
                .createNativeQuery(sql, Object[].class)
                .addEntity("r", aggregate)
                .addScalar("sort_key", StandardBasicTypes.STRING);
    }

    NativeQuery<Long> count(String sql) {
        return session().createNativeQuery(sql, Long.class);
    }

    Row<A> row(Object[] columns) {
        return new Row<>(aggregate.cast(columns[0]), (String) columns[1]);
    }

    Session session() {
        return entities.unwrap(Session.class);
    }
}
