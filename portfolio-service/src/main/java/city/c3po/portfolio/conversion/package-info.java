/**
 * From initiatives to projects: what was approved, or delegated, becomes one or more projects, once.
 *
 * <p>The projects carry the tier of the initiative's triage; the conditions of its approval become criteria of their gates;
 * both sides name each other. Two who convert the same approval at once end with one conversion.
 */
@NullMarked
package city.c3po.portfolio.conversion;

import org.jspecify.annotations.NullMarked;
