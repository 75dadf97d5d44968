/**
 * Renewals: what ends, until when somebody must have decided about it, and what was decided.
 *
 * <p>The <em>notice deadline</em> is the end of the term less the days of notice. The <em>decision deadline</em> comes
 * before it, by as long as an approval of that amount takes; the Council adds the time of its agenda. Alerts go out
 * 180, 90, 60, 30 and 7 days before, each once. What renews itself because nobody decided is an incident.
 */
@NullMarked
package city.c3po.inventory.renewal;

import org.jspecify.annotations.NullMarked;
