package city.c3po.testing.authorization;

import city.c3po.testing.http.Reply;
import java.util.Locale;

/** What an answer says about authorization, and nothing about the rest. */
enum Verdict {
    /** The caller got past every check of who may do this; what came after does not matter here. */
    ALLOWED,
    /** 403: none of the caller's roles may call the operation. */
    ROLE,
    /** 403 or 404: the roles may, but not on this record. */
    RECORD,
    /** 401: no valid token. */
    LOGIN,
    /** 400, 405, 406, 413, 415 or invalid values: refused before the record was looked at, so nothing was learnt. */
    UNREACHED,
    /** 5xx. */
    BROKEN;

    static Verdict of(Reply reply) {
        return switch (reply.status()) {
            case 401 -> LOGIN;
            case 403 -> reply.body().contains("\"role-missing\"") ? ROLE : RECORD;
            case 404 -> RECORD;
            case 400, 405, 406, 413, 415 -> UNREACHED;
            case 422 -> reply.body().contains("\"invalid-values\"") ? UNREACHED : ALLOWED;
            default -> reply.status() == 0 || reply.status() >= 500 ? BROKEN : ALLOWED;
        };
    }

    String cell() {
        return name().toLowerCase(Locale.ROOT);
    }
}
