package city.c3po.platform.value;

import java.text.Normalizer;

/** What people type, in one form: NFC, trimmed, line ends as LF, no control characters. */
public final class Text {
    private Text() {}

    /** @throws IllegalArgumentException with a sentence for the caller when a character may not be there */
    public static String normalised(String raw) {
        var text = raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n").replace('\r', '\n');
        requireReadable(text);
        return (Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFC))
                .strip();
    }

    private static void requireReadable(String text) {
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (Character.isISOControl(character) && character != '\n' && character != '\t') {
                throw new IllegalArgumentException("control character U+%04X is not allowed".formatted(character));
            }
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("half a surrogate pair is not a character");
            }
            at += Character.charCount(character);
        }
    }
}
