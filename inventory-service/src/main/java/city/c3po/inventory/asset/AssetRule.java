package city.c3po.inventory.asset;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for assets. */
public enum AssetRule implements Rule {
    OWN_DEPARTMENTS_ASSET(
            FORBIDDEN, "The portfolio office does this, or a submitter of the asset's department. Ask one of them."),
    OFFICE_MERGES(FORBIDDEN, "Only the portfolio office merges, unmerges and approves. Ask a portfolio manager."),
    DISPOSAL_BY_ANOTHER(FORBIDDEN, "Nobody approves the disposal they asked for. Ask another portfolio manager."),
    KIND_IS_FIXED(INVALID, "An asset's kind never changes. Register another asset."),
    TAG_IS_FIXED(INVALID, "A tag is given once and never changes. Leave it out."),
    TAG_IS_FREE(CONFLICT, "The tag was given before, and is never given twice. Read the holder (asset)."),
    TAG_OF_OURS(INVALID, "Tags that begin with C3- come from our sequence. Leave the tag out to get one."),
    SAMPLE_DATA_FIXED(INVALID, "sampleData is said at creation only."),
    IDENTITY_IS_FREE(
            CONFLICT,
            "Another asset is known by this serial, uuid or tag already (asset, key). Merge the two, or correct it."),
    STATE_FITS_KIND(INVALID, "Assets of this kind do not have this state. The documentation lists each kind's states."),
    BEGINS_LIVE(INVALID, "Nothing is registered as DISPOSED. Register it, retire it, have its disposal approved."),
    TERM_IN_ORDER(INVALID, "termEnd is not before termStart."),
    IN_STOCK_WAS_RECEIVED(INVALID, "What is in stock was received some day. Say receivedOn."),
    IN_USE_HAS_DEPARTMENT(INVALID, "What is in use belongs to a department. Say which."),
    IN_USE_HAS_CUSTODIAN(
            INVALID,
            "What is in use is with a person, at a place or part of an asset. Say custodian, location or parent."),
    KNOWN_PARENT(INVALID, "There is no such asset, or none that you may see. Correct parent."),
    NO_OWN_PARENT(INVALID, "An asset is no part of itself, nor of its parts."),
    KNOWN_ATTRIBUTE(INVALID, "There is no such attribute, or it cannot be locked."),
    NOT_LOCKED(CONFLICT, "The attribute is not locked."),
    KNOWN_RELATIVE(INVALID, "There is no such asset, or none that you may see."),
    OTHER_ASSET(INVALID, "An asset is not related to itself and does not merge into itself."),
    SAME_KIND(INVALID, "Only assets of the same kind are the same thing."),
    SURVIVOR_LIVES(CONFLICT, "The asset named was itself merged into another. Name the one that goes on."),
    SEEN_IN_STOCK_OR_USE(INVALID, "What is found is IN_STOCK or IN_USE."),
    DISPOSAL_REQUESTED(
            CONFLICT, "Somebody asks for the disposal first (request-disposal), with method, date and document."),
    DATA_IS_SANITISED(INVALID, "It bears data: name the certificate of its sanitisation (sanitisationCertificate)."),
    FED_BY_ITS_SOURCE(FORBIDDEN, "A system says assets of its own sources only. The token's claim sources lists them."),
    FEEDING_SOURCE_IS_KNOWN(
            INVALID,
            "There is no such source, or it was withdrawn. Have a policy admin register it (PUT /v1/sources/{code})."),
    ANSWERED_ELSEWHERE(CONFLICT, "The asset was merged. Act on the one that survived (mergedInto).");

    private final Kind kind;
    private final String sentence;

    AssetRule(Kind kind, String sentence) {
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

    Fault at(String pointer) {
        return new Fault(pointer, code(), sentence);
    }
}
