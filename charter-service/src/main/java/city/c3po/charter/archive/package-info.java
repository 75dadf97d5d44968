/**
 * The archive of the Center of Excellence: charters, documents and decisions of all projects, found by words, department,
 * vendor and kind.
 *
 * <p>It owns nothing. An entry is kept beside its record by the database, in the transaction that writes the record, and
 * whoever may not read the record does not find the entry.
 */
@NullMarked
package city.c3po.charter.archive;

import org.jspecify.annotations.NullMarked;
