/**
 * Issues: what has gone wrong, what is done about it and what was decided.
 *
 * <p>An issue is OPEN, RESOLVED and CLOSED; what proves unresolved is opened again. It may be a risk that occurred, and then
 * both name each other. Its actions have an owner and a day; its decisions are written down where they were needed; and a
 * change that it asks for becomes a change request, and both name each other too.
 */
@NullMarked
package city.c3po.portfolio.issue;

import org.jspecify.annotations.NullMarked;
