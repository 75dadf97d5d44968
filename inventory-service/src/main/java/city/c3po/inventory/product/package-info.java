/**
 * Software products: publisher, product, edition and version, and for how long their makers look after them.
 *
 * <p>An asset is of a product when it names its id, its purl or its CPE, or unmistakably its name and version. A product
 * follows a <em>lifecycle</em>, which is data: its cycles say until when there are new features, fixes of security, and
 * paid support. Of several products on one asset the worst counts.
 */
@NullMarked
package city.c3po.inventory.product;

import org.jspecify.annotations.NullMarked;
