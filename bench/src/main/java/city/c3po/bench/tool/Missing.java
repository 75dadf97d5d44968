package city.c3po.bench.tool;

/** A program of the distribution is not installed here. */
public final class Missing extends Trouble {
    private static final long serialVersionUID = 1L;

    Missing(String message) {
        super(message);
    }
}
