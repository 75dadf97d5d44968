/**
 * Follow-up cycles: twice a year the issuing body tells where everything stands.
 *
 * <p>Freezing writes one snapshot row for each recommendation and reckons the ledger: opening + newly issued + reopened −
 * implemented − closed = closing, for the city and, with transfers, for each department. The terms come from what happened,
 * the closing from how things stand; where the two contradict each other, the cycle does not freeze and names the subjects.
 */
@NullMarked
package city.c3po.audit.followup;

import org.jspecify.annotations.NullMarked;
