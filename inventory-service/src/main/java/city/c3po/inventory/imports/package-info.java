/**
 * Imports: files of department systems, planned as a whole and applied as a whole.
 *
 * <p>A file streams into staging tables; SQL matches its rows to assets, plans what becomes of each, and applies the plan in
 * one transaction with its history and events. A person approves what lies outside the source's contract. Whatever step
 * is interrupted begins again: the tables are the truth, and a step is one transaction.
 */
@NullMarked
package city.c3po.inventory.imports;

import org.jspecify.annotations.NullMarked;
