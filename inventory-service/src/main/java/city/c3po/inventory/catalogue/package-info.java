/**
 * The public catalogue of enterprise systems that California's Government Code 7922.630 (SB 272) asks of every local agency.
 *
 * <p>Anybody reads it, without a token. It has the columns of the law and nothing else; of a system that is exempt it shows
 * the name only.
 */
@NullMarked
package city.c3po.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
