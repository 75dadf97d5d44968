package city.c3po.inventory.imports;

import static city.c3po.inventory.file.FileRule.FILE_HAS_SENSIBLE_ROWS;

import city.c3po.inventory.file.Row;
import city.c3po.inventory.file.RowFault;
import city.c3po.inventory.file.RowSink;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies rows into the staging table as they are read: one row is in memory, and a buffer. */
final class Staging implements RowSink, AutoCloseable {
    private static final int BUFFER = 256 * 1024;
    private static final String NOTHING = "\\N";

    private final String id;
    private final boolean mayClear;
    private final int mostRows;
    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 16 * 1024);
    private final MessageDigest md5;
    private int rows;

    /** @param mayClear whether an explicit null of the source counts */
    Staging(Connection connection, UUID id, boolean mayClear, int mostRows) throws SQLException {
        this.id = id.toString();
        this.mayClear = mayClear;
        this.mostRows = mostRows;
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy staged_row (import, line, native_key, kind, state, said, digest, faults) from stdin");
        try {
            this.md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    @Override
    public void take(Row row) throws IOException {
        rows++;
        FILE_HAS_SENSIBLE_ROWS.require(rows <= mostRows, Map.of("mostRows", mostRows));
        var said = said(row.said());
        buffer.append(id).append('\t').append(row.line()).append('\t');
        text(row.nativeKey());
        buffer.append('\t');
        text(row.kind());
        buffer.append('\t');
        text(row.state());
        buffer.append('\t');
        text(said);
        buffer.append('\t').append(digest(row, said)).append('\t');
        text(row.faults().isEmpty() ? null : faults(row.faults()));
        buffer.append('\n');
        if (buffer.length() >= BUFFER) {
            send();
        }
    }

    int rows() {
        return rows;
    }

    /** All that was taken is in the table, once the transaction commits. */
    void end() throws IOException, SQLException {
        send();
        copy.endCopy();
    }

    private void send() throws IOException {
        var bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IOException("the staging table takes no more", e);
        }
    }

    private String said(Map<String, String> values) {
        var json = new StringBuilder("{");
        values.forEach((attribute, value) -> {
            if (mayClear || !value.equals("null")) {
                json.append(json.length() > 1 ? ",\"" : "\"")
                        .append(attribute)
                        .append("\":")
                        .append(value);
            }
        });
        return json.append('}').toString();
    }

    /** Of what the row says: the same digest from the same source is no news. */
    private UUID digest(Row row, String said) {
        md5.update((row.kind() + "\n" + row.state() + "\n" + said).getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.wrap(md5.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static String faults(List<RowFault> faults) {
        var json = new StringBuilder("[");
        for (var fault : faults) {
            json.append(json.length() > 1 ? "," : "").append("{\"field\":");
            quoted(json, fault.field());
            quoted(json.append(",\"code\":"), fault.code());
            quoted(json.append(",\"message\":"), fault.message());
            quoted(json.append(",\"value\":"), fault.value());
            json.append('}');
        }
        return json.append(']').toString();
    }

    private static void quoted(StringBuilder json, @Nullable String text) {
        if (text == null) {
            json.append("null");
        } else {
            json.append('"');
            JsonStringEncoder.getInstance().quoteAsString(text, json);
            json.append('"');
        }
    }

    /** As COPY reads text. */
    private void text(@Nullable String value) {
        if (value == null) {
            buffer.append(NOTHING);
            return;
        }
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
