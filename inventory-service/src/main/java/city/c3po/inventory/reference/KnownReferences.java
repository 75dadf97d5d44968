package city.c3po.inventory.reference;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks whether what a body refers to has been told of. */
@Singleton
public class KnownReferences {
    private final DataSource database;

    KnownReferences(DataSource database) {
        this.database = database;
    }

    /** Collects what is unknown, to tell it all at once. */
    public final class Check {
        private final List<Fault> faults = new ArrayList<>();

        private Check() {}

        public Check that(ReferenceType type, String pointer, @Nullable String id) {
            if (id != null && !known(type, id)) {
                faults.add(ReferenceRule.KNOWN_REFERENCE.at(pointer));
            }
            return this;
        }

        public void require() {
            if (!faults.isEmpty()) {
                throw Convention.INVALID_VALUES.violated(faults);
            }
        }
    }

    public Check check() {
        return new Check();
    }

    private boolean known(ReferenceType type, String id) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select from known_reference where kind = ? and id = ?")) {
            query.setString(1, type.word());
            query.setString(2, id);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look up references", e);
        }
    }
}
