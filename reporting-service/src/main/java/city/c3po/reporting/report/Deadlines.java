package city.c3po.reporting.report;

import java.time.Instant;

/**
 * When a cycle's days end in the city.
 *
 * @param cutOff the end of the last day that the report tells of
 * @param due the end of the meeting's day; a report that is published later is late
 */
record Deadlines(Instant cutOff, Instant due) {}
