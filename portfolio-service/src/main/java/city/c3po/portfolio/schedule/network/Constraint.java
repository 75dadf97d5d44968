package city.c3po.portfolio.schedule.network;

import java.time.LocalDate;

/** A date that an activity must heed beside its links. On a day off, the working day after it counts, or before it for "no later". */
public record Constraint(Type type, LocalDate date) {

    /** What the date means; the abbreviations are the field's. */
    public enum Type {
        /** Start no earlier than. */
        SNET,
        /** Start no later than. */
        SNLT,
        /** Finish no earlier than. */
        FNET,
        /** Finish no later than. */
        FNLT,
        /** Must start on: holds the start back, but gives way to logic. */
        MSO,
        /** Must finish on: holds the finish back, but gives way to logic. */
        MFO,
        /** A promise to keep: it tightens the late finish and moves nothing. */
        DEADLINE;

        boolean onStart() {
            return this == SNET || this == SNLT || this == MSO;
        }

        boolean holdsBack() {
            return this == SNET || this == FNET || this == MSO || this == MFO;
        }

        boolean tightens() {
            return this != SNET && this != FNET;
        }
    }
}
