package city.c3po.reporting.changes;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.web.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much a reader wants to be told. */
enum Mode {
    /** One item per subject: what it became since the reader's last round. */
    NET,
    /** Every change, from the first. */
    LOG;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Mode of(@Nullable String word) {
        if (word == null) {
            return null;
        }
        for (var mode : values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        throw Refusal.BAD_PARAMETER.refused(new Fault("mode", Refusal.BAD_PARAMETER.code(), "Expected net or log."));
    }
}
