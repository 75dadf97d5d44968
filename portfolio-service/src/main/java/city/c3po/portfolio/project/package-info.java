/**
 * Projects: what came of initiatives, and whether they may go on.
 *
 * <p>A project is INITIATING, PLANNING, PROCURING, EXECUTING, CLOSING and CLOSED; it may be ON_HOLD and return to where it
 * was, or be CANCELLED. Before each move stands a <em>gate</em>: its criteria are MET with evidence, its approvers judge,
 * and it is OPEN, CONDITIONAL until a day, HELD or TERMINATED. A move looks at its gate in the same transaction. G1 and G5
 * listen to the charter: without <em>committed</em> no planning, without <em>accepted</em> no end. Each project has one
 * product-project manager (PPM), who forecasts; a forecast that crosses a line of the triage policy holds back the gates
 * until a second person has answered.
 */
@NullMarked
package city.c3po.portfolio.project;

import org.jspecify.annotations.NullMarked;
