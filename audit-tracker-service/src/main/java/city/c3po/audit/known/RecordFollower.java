package city.c3po.audit.known;

import city.c3po.platform.event.InboxEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whoever rests on what is told hears of it in the transaction that takes it, when it is kept. */
public interface RecordFollower {
    /** @param events that said something new of their subject, in their order; each has a state */
    void told(Connection connection, List<InboxEvent> events) throws SQLException;
}
