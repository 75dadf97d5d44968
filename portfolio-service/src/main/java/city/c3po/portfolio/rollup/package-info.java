/**
 * What it adds up to: projects of a program, or of the whole portfolio, each counted once.
 *
 * <p>One query walks the tree of programs on a day and adds the leaves, so the answer costs the same number of questions
 * for ten projects and for ten thousand. What a project does not say is counted as unknown and never taken for nothing.
 */
@NullMarked
package city.c3po.portfolio.rollup;

import org.jspecify.annotations.NullMarked;
