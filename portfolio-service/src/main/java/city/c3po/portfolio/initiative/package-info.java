/**
 * Initiatives: what departments ask for.
 *
 * <p>A department drafts an initiative: <em>what</em> it wants for whom, <em>why</em>, what it may cost, when, and who
 * is affected. When it submits, the present triage policy says at once whether the portfolio office is in the mix. A
 * MINOR one is DELEGATED back to the department; a MAJOR one gets a product-project manager (PPM) and goes UNDER_REVIEW;
 * one with open questions waits, SUBMITTED, for its answers. The office may return it to the department with a comment;
 * the department may withdraw it, and may revise it: each revision is triaged again. Nobody of the office acts on what
 * they wrote themselves.
 */
@NullMarked
package city.c3po.portfolio.initiative;

import org.jspecify.annotations.NullMarked;
