package city.c3po.reporting.intake;

import city.c3po.platform.event.InboxEffect;
import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxPoison;
import city.c3po.platform.event.InboxStep;
import city.c3po.reporting.log.ChangeLog;
import city.c3po.reporting.log.Head;
import city.c3po.reporting.tasks.AwaitedTasks;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** What this service does with the events of others: it writes down what changed. */
@Singleton
class Intake implements InboxEffect {
    /** The first edition of an event is the one we read; a second one may mean something else by the same names. */
    private static final Pattern FIRST_EDITION = Pattern.compile("city\\.c3po\\.[A-Za-z0-9]+\\.[A-Za-z0-9]+\\.v1");

    private static final int LONGEST_TEXT = 2_000;

    private final Head head;
    private final TransactionSynchronizationRegistry transaction;

    Intake(Head head, TransactionSynchronizationRegistry transaction) {
        this.head = head;
        this.transaction = transaction;
    }

    @Override
    public void lock(Connection connection) throws SQLException {
        ChangeLog.open(connection);
    }

    @Override
    public boolean knows(String type) {
        return FIRST_EDITION.matcher(type).matches();
    }

    @Override
    public void check(InboxEvent event) {
        var state = event.state();
        if (state != null) {
            requireText(state.path("href"), "href");
            requireText(state.path("number"), "number");
        }
    }

    private static void requireText(JsonNode value, String name) {
        if (!value.isMissingNode()
                && !value.isNull()
                && (!value.isTextual() || value.asText().length() > LONGEST_TEXT)) {
            throw new InboxPoison("state." + name + " is no text");
        }
    }

    @Override
    public void apply(Connection connection, List<InboxStep> steps) throws SQLException {
        var log = ChangeLog.open(connection);
        new Taking(log, steps).run();
        AwaitedTasks.apply(connection, steps);
        announceAfterCommit(log.position());
    }

    private void announceAfterCommit(ChangeLog.Position position) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    head.announce(position);
                }
            }
        });
    }
}
