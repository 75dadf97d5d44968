package city.c3po.portfolio.reference;

/** How the keys of reference data are written, as constants because annotations need them. */
public final class Codes {
    public static final String DEPARTMENT = "DEP-[A-Z0-9][A-Z0-9-]{0,30}";
    public static final String VENDOR = "V-[A-Z0-9][A-Z0-9-]{0,30}";
    public static final String FUNDING_LINE = "[A-Z0-9][A-Z0-9.-]{0,39}";
    public static final String CALENDAR = "[A-Z0-9][A-Z0-9-]{0,39}";
    /** A token's subject: any visible text; a UUID for most people. */
    public static final String SUBJECT = "[^\\s/]{1,255}";

    /** A department system, as feeders' tokens name it. */
    public static final String SOURCE = "[a-z0-9][a-z0-9.-]*";

    /** A word by which things are found. */
    public static final String TAG = "[a-z0-9][a-z0-9-]{0,39}";

    private Codes() {}
}
