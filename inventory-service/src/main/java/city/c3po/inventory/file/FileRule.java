package city.c3po.inventory.file;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for a file, or none of it is taken. */
public enum FileRule implements Rule {
    FILE_IS_WHOLE("The file breaks off: a quote, a bracket or the compression is not closed. Send it again."),
    FILE_IS_READABLE(
            "The file cannot be read as what its media type says. Compare it with the documentation of the profile."),
    HEADER_HAS_NAMES("Each column of the first line has a name."),
    HEADER_NAMES_ONCE("Two columns have the same name (column). Rename or remove one."),
    HEADER_IS_KNOWN("A column is none of the profile's (column). Correct its name or remove it."),
    HEADER_IS_COMPLETE("A column that the profile needs is missing (column)."),
    FILE_EXPANDS_SENSIBLY("The file expands to more than 20 times its size. Send it uncompressed."),
    FILE_HAS_SENSIBLE_ROWS("The file has more rows than one import takes (mostRows). Split it."),
    FILE_FITS("The file is larger than 1 GiB. Split it.");

    private final String sentence;

    FileRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
