package city.c3po.local.part;

/** Something that cannot be done now, told in a sentence to the person at the keyboard. */
public final class Refusal extends RuntimeException {
    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence + ": " + cause.getMessage(), cause);
    }
}
