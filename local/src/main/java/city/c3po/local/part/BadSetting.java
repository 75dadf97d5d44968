package city.c3po.local.part;

/** A setting in the environment that cannot be understood. */
public final class BadSetting extends RuntimeException {
    public BadSetting(String sentence) {
        super(sentence);
    }
}
