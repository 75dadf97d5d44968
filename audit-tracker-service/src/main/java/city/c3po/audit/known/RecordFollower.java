package city.c3po.audit.known;

import city.c3po.platform.event.InboxEvent;
import java.sql.Connection;
import java.sql.SQLException;

/** Whoever rests on what is told hears of it in the transaction that takes it. */
public interface RecordFollower {
    void told(Connection connection, InboxEvent event) throws SQLException;
}
