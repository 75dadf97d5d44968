/**
 * Files as department systems send them, turned into rows.
 *
 * <p>Whatever dirt is in a file ends here: byte order marks, Latin-1, quoted line breaks, ragged rows, dollar signs, US
 * dates. A row knows everything that is wrong with it; a file that cannot be read at all is refused with the reason. Only
 * a row at a time is in memory.
 */
@NullMarked
package city.c3po.inventory.file;

import org.jspecify.annotations.NullMarked;
