/**
 * Finding sheets: an audit's findings and recommendations as a table, in and out.
 *
 * <p>One row is a finding with its recommendation: name, ref_id, description, severity, status, priority, eta, due_date and,
 * if the leads differ, department. CSV in UTF-8 or Windows-1252, or XLSX; what leaves
 * can be taken again. All rows or none: whatever is wrong is told row
 * by row, and a dry run tells it without writing. A ref_id that is there already stays as it is, so that loading the same
 * sheet again changes nothing.
 */
@NullMarked
package city.c3po.audit.exchange;

import org.jspecify.annotations.NullMarked;
