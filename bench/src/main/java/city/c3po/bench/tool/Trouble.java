package city.c3po.bench.tool;

/** Why a figure cannot be had or cannot be trusted, in words for the person who asked for it. */
public class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
