/**
 * Tables as they leave this service: row by row, as text or as a workbook.
 *
 * <p>A workbook has the columns of the CSV. Its days are dates and its numbers numbers; its text is text, also where it
 * begins like a formula.
 */
@NullMarked
package city.c3po.audit.table;

import org.jspecify.annotations.NullMarked;
