/**
 * The policy register: what the city has decided about how technology is planned, reported, kept, secured and deployed.
 *
 * <p>A policy is known by its code and has editions: DRAFT, ADOPTED on a day by a second person, SUPERSEDED by the next.
 * Each department acknowledges an adopted edition by a day. Projects record per area whether they comply.
 */
@NullMarked
package city.c3po.portfolio.policy;

import org.jspecify.annotations.NullMarked;
