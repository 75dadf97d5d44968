package city.c3po.charter.document;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for documents. */
public enum DocumentRule implements Rule {
    CHARTER_PEOPLE_ONLY(
            FORBIDDEN,
            "Only the charter's authors, whoever holds a seat of it or a portfolio manager registers documents."),
    REGISTRAR_ONLY(FORBIDDEN, "Only whoever registered the document, or a portfolio manager, changes it."),
    TYPE_AS_DECLARED(INVALID, "The bytes are of another media type than declared. Declare what they are (mediaType)."),
    NO_PROGRAM(INVALID, "Programs are no documents. Upload what people read."),
    NOT_EMPTY(INVALID, "The upload is empty."),
    BYTES_AS_ANNOUNCED(INVALID, "The bytes have another SHA-256 than you announced (sha256). Upload them again."),
    IS_A_LINK(CONFLICT, "Only an entry with a link, and a recorded hash, is checked again.");

    private final Kind kind;
    private final String sentence;

    DocumentRule(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
