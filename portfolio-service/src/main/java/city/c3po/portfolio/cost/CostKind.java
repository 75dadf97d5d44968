package city.c3po.portfolio.cost;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an entry says. */
@Schema(name = "CostKind")
public enum CostKind {
    /** Money that may be spent. */
    BUDGET,
    /** Money bound by an order or a contract; a release is a negative entry. */
    ENCUMBRANCE,
    /** Money spent. */
    ACTUAL
}
