/**
 * What residents see.
 *
 * <p>A page made of the report that was published last, or of the one that was at an instant; never of anything else, so
 * that nothing is public that was not published. It works without script, in English and Spanish, on a phone and on
 * paper; every chart has its figures as a table behind it.
 */
@NullMarked
package city.c3po.reporting.dashboard;

import org.jspecify.annotations.NullMarked;
