/**
 * Triage: is the portfolio office in the mix?
 *
 * <p>A triage policy asks four questions of an initiative: does it <em>cost</em> more than a line, involve more
 * <em>departments</em>, take <em>longer</em>, or is it high <em>profile</em> or sensitive? Each is answered TRUE, FALSE
 * or UNKNOWN, with the inputs it used and a sentence. One TRUE makes the initiative MAJOR; only four times FALSE make it
 * MINOR; all else NEEDS_INFORMATION, because unknown is never minor. Policies are data: DRAFT, PROPOSED, then ADOPTED by
 * a second person from a date on, and SUPERSEDED once a later one is adopted. The first is the city's own "C3PO in the
 * mix".
 */
@NullMarked
package city.c3po.portfolio.triage;

import org.jspecify.annotations.NullMarked;
