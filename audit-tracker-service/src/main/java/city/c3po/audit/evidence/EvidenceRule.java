package city.c3po.audit.evidence;

import static city.c3po.platform.rule.Kind.ABSENT;
import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for evidence. */
public enum EvidenceRule implements Rule {
    SUBMITTER_ONLY(FORBIDDEN, "Only whoever added the evidence, or the portfolio office, changes it."),
    VERIFIER_STAYS_OUT(FORBIDDEN, "You are verifying this recommendation; somebody else submits its evidence."),
    ELEMENTS_KNOWN(INVALID, "The recommendation has no such element (unknown)."),
    LINK_AND_HASH(INVALID, "A LINK says where it is and which hash it had; no other kind does."),
    MEASURED(CONFLICT, "No control measures these elements of the recommendation (measured)."),
    COLLECTED_BEFORE_IT_ENDS(INVALID, "Evidence was collected today or before, and is valid until later."),
    NOT_EMPTY(INVALID, "The upload is empty."),
    NO_PROGRAM(INVALID, "Programs are no evidence. Upload what people read."),
    TYPE_AS_DECLARED(INVALID, "The bytes are of another media type than declared. Declare what they are (mediaType)."),
    BYTES_AS_ANNOUNCED(INVALID, "The bytes have another SHA-256 than you announced (sha256). Upload them again."),
    FROZEN(CONFLICT, "A verification rests on this evidence; it stays (frozenBy)."),
    KNOWN_REVISION(ABSENT, "There is no revision with this number."),
    EVIDENCE_ALTERED(
            CONFLICT, "The bytes no longer have the SHA-256 they were submitted with. The alarm is in the log.");

    private final Kind kind;
    private final String sentence;

    EvidenceRule(Kind kind, String sentence) {
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
