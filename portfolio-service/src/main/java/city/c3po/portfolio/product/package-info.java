/**
 * Products: what the city runs, however long, as opposed to the projects that build and change it.
 *
 * <p>A product has an owner and no end date. It is PROPOSED, ACTIVE, SUSTAINING (only kept running), SUNSETTING, then
 * RETIRED. Projects deliver to it.
 */
@NullMarked
package city.c3po.portfolio.product;

import org.jspecify.annotations.NullMarked;
