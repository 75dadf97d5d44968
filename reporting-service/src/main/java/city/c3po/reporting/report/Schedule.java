package city.c3po.reporting.report;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a report is to tell of, and by when. Reports are looked up by body and meeting, which stand in the cycle too.
 *
 * @param cutOff the end in the city of the last day that it tells of
 * @param dueAt the end of the meeting's day; a report that is published later is late
 */
@Embeddable
record Schedule(
        String body,
        LocalDate meetingDate,
        @JdbcTypeCode(SqlTypes.JSON) Cycle cycle,
        Instant cutOff,
        Instant dueAt) {
    static Schedule of(Cycle cycle, Instant cutOff, Instant dueAt) {
        return new Schedule(cycle.body(), cycle.meetingDate(), cycle, cutOff, dueAt);
    }

    void requireSound() {
        ReportRule.MEETING_AFTER_CUT_OFF.require(!cycle.meetingDate().isBefore(cycle.cutOff()));
    }
}
