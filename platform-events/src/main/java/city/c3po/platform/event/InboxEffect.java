package city.c3po.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a consuming service does with what it is told. One bean implements it; the inbox calls it in the transaction in
 * which it notes the events as taken, so that both happen or neither.
 */
public interface InboxEffect {
    /** Called first in each transaction: take the locks here that all effects share. */
    default void lock(Connection connection) throws SQLException {}

    /** Whether events of this type concern this service; all others are counted and passed over. */
    boolean knows(String type);

    /** Throws {@link InboxPoison} for an event that this service can never act on. Reads nothing but the event. */
    default void check(InboxEvent event) {}

    /** Once per event, in each subject's order. An exception rolls all of it back. */
    void apply(Connection connection, List<InboxStep> steps) throws SQLException;
}
