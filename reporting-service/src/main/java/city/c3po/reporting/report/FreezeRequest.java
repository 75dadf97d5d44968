package city.c3po.reporting.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a report is to be frozen as soon as its sources are complete, or that this could not be.
 *
 * @param by who asked; null once it was refused
 * @param refusedFor the problem's code
 */
@Embeddable
record FreezeRequest(
        @Column(name = "freeze_requested_by") @Nullable String by,
        @Column(name = "freeze_requested_at") @Nullable Instant at,
        @Column(name = "freeze_refused_for") @Nullable String refusedFor) {
    static final FreezeRequest NONE = new FreezeRequest(null, null, null);

    static FreezeRequest asked(String by, Instant at) {
        return new FreezeRequest(by, at, null);
    }

    static FreezeRequest refused(String code) {
        return new FreezeRequest(null, null, code);
    }

    boolean waits() {
        return by != null;
    }
}
