/**
 * Risks: what may happen to a project, what it would do, and what is done about it.
 *
 * <p>A risk says its cause, the event and its effect; it is rated from 1 to 5 in probability and impact, inherently, now and
 * after the response. It is OPEN and reviewed again and again; it has OCCURRED and then is an issue, each naming the other;
 * or it is CLOSED. Bands, probabilities and the appetite are data ({@code c3po.risks.*}). What is quantified drives the
 * forecast.
 */
@NullMarked
package city.c3po.portfolio.risk;

import org.jspecify.annotations.NullMarked;
