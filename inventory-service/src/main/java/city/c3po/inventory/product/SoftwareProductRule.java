package city.c3po.inventory.product;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for products and their lifecycles. */
public enum SoftwareProductRule implements Rule {
    OFFICE_KEEPS_PRODUCTS(FORBIDDEN, "The portfolio office keeps the products. Ask a portfolio manager."),
    POLICY_ADMIN_RECORDS_LIFECYCLES(FORBIDDEN, "Only a policy admin records lifecycles. Ask one."),
    PRODUCT_SAMPLE_DATA_FIXED(INVALID, "sampleData is said at creation only."),
    PRODUCT_IS_NEW(
            CONFLICT,
            "A product of this publisher, name, edition and version, or with this purl or CPE, exists already (product). Use"
                    + " that one."),
    CYCLES_ARE_DISTINCT(INVALID, "Each cycle is said once."),
    CYCLE_DAYS_IN_ORDER(INVALID, "releasedOn, activeUntil, securityUntil and extendedUntil follow one another.");

    private final Kind kind;
    private final String sentence;

    SoftwareProductRule(Kind kind, String sentence) {
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
