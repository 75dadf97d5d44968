package city.c3po.inventory.reference;

/** Who may ask at all, as a constant because annotations need one; the record decides what they see. */
public final class Readers {
    /** Every role of the realm, but nobody without one: the platform lists them in its defaults. */
    public static final String ANY_ROLE = "${c3po.roles.any}";

    private Readers() {}
}
