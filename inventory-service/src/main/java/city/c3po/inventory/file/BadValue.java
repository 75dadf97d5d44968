package city.c3po.inventory.file;

/** A value that cannot be what its attribute is. */
final class BadValue extends Exception {
    private final String code;

    BadValue(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
