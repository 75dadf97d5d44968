package city.c3po.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Whether a failure passes by itself, or lies in the record and would come again for ever. */
final class InboxFailure {
    private InboxFailure() {}

    /**
     * What is not surely the record's fault is tried again: better to stand still, visibly, than to park what is sound.
     */
    static boolean liesInTheRecord(Throwable failure) {
        @Nullable Throwable cause = failure;
        boolean suspect = false;
        while (cause != null) {
            switch (cause) {
                case SQLException sql -> {
                    return isOfTheData(sql.getSQLState());
                }
                case InboxPoison poison -> {
                    return true;
                }
                case JsonProcessingException json -> suspect = true;
                case DateTimeException time -> suspect = true;
                case NullPointerException missing -> suspect = true;
                case ClassCastException wrong -> suspect = true;
                case IllegalArgumentException wrong -> suspect = true;
                case ArithmeticException wrong -> suspect = true;
                default -> {}
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return suspect;
    }

    /** 22 data exception, 23 integrity constraint violation; all other classes are of the server or the connection. */
    private static boolean isOfTheData(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** For operators: no class name, no value. */
    static String message(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof InboxPoison poison) {
                return fit(String.valueOf(poison.getMessage()));
            }
            if (cause instanceof SQLException refused) {
                return "the database refuses it (SQLSTATE " + refused.getSQLState()
                        + "); the log of this service says more";
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return "this service fails on it; its log says how";
    }

    private static String fit(String text) {
        var clean = text.replaceAll("\\p{Cc}", " ");
        return clean.length() <= 1000 ? clean : clean.substring(0, 1000);
    }
}
