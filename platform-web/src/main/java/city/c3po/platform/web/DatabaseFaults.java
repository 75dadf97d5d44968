package city.c3po.platform.web;

import city.c3po.platform.rule.Convention;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a database that is out of reach or busy from one that refuses, and both from a bug. */
final class DatabaseFaults {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String EXCLUSION_VIOLATION = "23P01";

    private DatabaseFaults() {}

    static Optional<Finding> in(SQLException e) {
        var state = e.getSQLState();
        if (UNIQUE_VIOLATION.equals(state) || EXCLUSION_VIOLATION.equals(state)) {
            return Optional.of(Finding.of(Refusal.CONFLICT));
        }
        return passes(e, state)
                ? Optional.of(Finding.of(Convention.TEMPORARILY_UNAVAILABLE.violated()))
                : Optional.empty();
    }

    /** A transaction that ran out of time. */
    static Optional<Finding> in(RollbackException e) {
        return String.valueOf(e.getMessage()).contains("timed out") || e.getCause() == null
                ? Optional.of(Finding.of(Convention.TEMPORARILY_UNAVAILABLE.violated()))
                : Optional.empty();
    }

    private static boolean passes(SQLException e, @Nullable String state) {
        if (state == null) {
            // The pool says so without a state: nobody gave a connection back in time, or none could be made.
            return e instanceof SQLTransientConnectionException
                    || String.valueOf(e.getMessage()).contains("cquisition timeout")
                    || String.valueOf(e.getMessage()).contains("pool")
                    // the transaction ran out of time and was ended under the statement
                    || String.valueOf(e.getMessage()).contains("without active transaction");
        }
        return switch (state) {
            // serialization failure, deadlock, lock timeout, statement timeout or cancel, too many connections,
            // transaction ended for idling, disk full
            case "40001", "40P01", "55P03", "57014", "53300", "25P03", "53100" -> true;
            // connection exceptions; shut down or starting up
            default -> state.startsWith("08") || state.startsWith("57P");
        };
    }
}
