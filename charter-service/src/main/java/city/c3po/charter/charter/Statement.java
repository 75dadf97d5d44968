package city.c3po.charter.charter;

/** What a signer declares, in words that are the same for everybody who signs the same. */
public final class Statement {
    private Statement() {}

    /** @param of the version of the content, or the attempt of an acceptance */
    public static String of(Purpose purpose, String number, int of, String seat) {
        return switch (purpose) {
            case COMMIT -> "I have read version %d of %s and commit to it as %s.".formatted(of, number, seat);
            case AMEND ->
                "I have read version %d of %s and agree to it in place of the version in force, as %s."
                        .formatted(of, number, seat);
            case ADOPT ->
                "I have read version %d of %s and take over the commitment of my predecessor as %s."
                        .formatted(of, number, seat);
            case ACCEPT ->
                "I have compared what %2$s committed with what was delivered (attempt %1$d) and sign the statement as %3$s."
                        .formatted(of, number, seat);
            case RATIFY ->
                "I confirm what was signed for me on %2$s (attempt %1$d) as %3$s.".formatted(of, number, seat);
            case EVALUATE -> "I have reviewed evaluation %s and sign it as final.".formatted(number);
        };
    }
}
