package city.c3po.portfolio.product;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for products. */
public enum ProductRule implements Rule {
    OWNER_OR_OFFICE(FORBIDDEN, "Only the product's owner or a portfolio manager does this."),
    OFFICE_CREATES_PRODUCTS(FORBIDDEN, "Only a portfolio manager puts a product on record."),
    KNOWN_PRODUCT(INVALID, "There is no such product, or none that you may see."),
    PRODUCT_LIVES(CONFLICT, "The product is retired; nothing is delivered to it any more.");

    private final Kind kind;
    private final String sentence;

    ProductRule(Kind kind, String sentence) {
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
