/**
 * What auditors recommended, what departments claim to have done, and what was verified.
 *
 * <p>Two statuses stand side by side and never mix: the claim is the department's, the verdict is the issuing body's.
 * Twice a year a follow-up tells where everything stands, with a ledger that must balance.
 */
@NullMarked
package city.c3po.audit;

import org.jspecify.annotations.NullMarked;
