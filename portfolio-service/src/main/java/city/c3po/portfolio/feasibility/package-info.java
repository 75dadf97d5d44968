/**
 * Feasibility: what the city's own past says about a plan.
 *
 * <p>A reference class are the closed projects of one kind of work, with their budgets and what they came to. With ten or
 * more it says by how much such projects overran; with fewer it says how many are missing, and nothing else.
 */
@NullMarked
package city.c3po.portfolio.feasibility;

import org.jspecify.annotations.NullMarked;
