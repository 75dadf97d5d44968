package city.c3po.inventory.licence;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for entitlements and their allocations. */
public enum EntitlementRule implements Rule {
    OFFICE_KEEPS_ENTITLEMENTS(
            FORBIDDEN,
            "The portfolio office keeps entitlements; a submitter of its department allocates and releases. Ask one of them."),
    KNOWN_PRODUCT(INVALID, "There is no such software product. Record it first (/v1/software-products)."),
    PRODUCT_IS_FIXED(
            INVALID, "Product, metric and department of an entitlement never change. End it and record another."),
    TERM_ENDS_LATER(INVALID, "termEnd is not before termStart."),
    CORES_OF_CORE_LICENCES(INVALID, "Only the metric CORE has a minimum of cores."),
    ENTITLEMENT_SAMPLE_DATA_FIXED(INVALID, "sampleData is said at creation only."),
    QUOTA_HOLDS(
            CONFLICT,
            "More would be allocated than there is (quantity, allocated). Release some, buy more, or say overQuota."),
    QUANTITY_COVERS_ALLOCATIONS(CONFLICT, "More is allocated than that (allocated). Release some first."),
    PERSON_OR_ASSET(INVALID, "An allocation is to a person or to an asset. Name one of them."),
    ALLOCATED_ONCE(CONFLICT, "It is allocated to them already. Release that first."),
    ALLOCATED_ASSET_IS_KNOWN(INVALID, "There is no such asset, or none that you may see."),
    TERM_GOES_ON(INVALID, "The new term ends after the present one, and the present one has an end.");

    private final Kind kind;
    private final String sentence;

    EntitlementRule(Kind kind, String sentence) {
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
