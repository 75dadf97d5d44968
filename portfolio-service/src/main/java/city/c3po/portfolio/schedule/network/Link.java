package city.c3po.portfolio.schedule.network;

/**
 * A dependency between two activities.
 *
 * @param lag working days to wait; negative is a lead
 */
public record Link(String predecessor, String successor, Type type, int lag) {

    /** From the predecessor's start or finish to the successor's. */
    public enum Type {
        /** The successor starts after the predecessor finishes. */
        FS,
        /** The successor starts after the predecessor starts. */
        SS,
        /** The successor finishes after the predecessor finishes. */
        FF,
        /** The successor finishes after the predecessor starts. */
        SF;

        /** Whether it waits for the predecessor's finish. */
        public boolean fromFinish() {
            return this == FS || this == FF;
        }

        /** Whether it holds back the successor's start. */
        public boolean toStart() {
            return this == FS || this == SS;
        }
    }

    public static Link fs(String predecessor, String successor) {
        return fs(predecessor, successor, 0);
    }

    public static Link fs(String predecessor, String successor, int lag) {
        return new Link(predecessor, successor, Type.FS, lag);
    }

    public static Link ss(String predecessor, String successor, int lag) {
        return new Link(predecessor, successor, Type.SS, lag);
    }

    public static Link ff(String predecessor, String successor, int lag) {
        return new Link(predecessor, successor, Type.FF, lag);
    }

    public static Link sf(String predecessor, String successor, int lag) {
        return new Link(predecessor, successor, Type.SF, lag);
    }
}
