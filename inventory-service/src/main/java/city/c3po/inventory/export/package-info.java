/**
 * Exports: what is believed of the assets of a source, in the form in which that source imports.
 *
 * <p>Sent back as it came, every row is UNCHANGED: so a department can correct a file instead of writing one, and a city can
 * see that nothing is lost on the way.
 */
@NullMarked
package city.c3po.inventory.export;

import org.jspecify.annotations.NullMarked;
