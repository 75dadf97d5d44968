package city.c3po.platform.web;

/**
 * An order in which a list can be had; the id is always the tie-break. Implemented by one enum per list, whose
 * constants are the documented values of the parameter {@code sort}.
 */
public interface Order {
    /**
     * What to sort by, in SQL, with {@code r} for the record: {@code r.created_at}. Never null, and best the beginning
     * of an index that ends with the id.
     */
    String column();

    /** The column's PostgreSQL type: {@code timestamptz}, {@code numeric}, {@code text}. */
    String sqlType();

    boolean descending();
}
