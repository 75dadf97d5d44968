package city.c3po.charter.charter;

/** How people and departments are written, as constants because annotations need them. */
public final class Sub {
    /** A token's subject: any visible text; a UUID for most people. */
    public static final String PATTERN = "[^\\s/]{1,255}";

    public static final String DEPARTMENT = "DEP-[A-Z0-9][A-Z0-9-]{0,30}";

    private Sub() {}
}
