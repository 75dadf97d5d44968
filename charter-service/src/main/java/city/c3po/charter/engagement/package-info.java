/**
 * Vendors' engagements and their key staff.
 *
 * <p>The procurement system feeds engagements by its own keys: solicited, awarded, ended. Each lists key positions, and a
 * position is held by a person whom the vendor nominates and the city approves: PROPOSED, UNDER_REVIEW, APPROVED or
 * REJECTED, ACTIVE, RELEASED. Replacing somebody takes notice, a reason, a nominee who is at least as qualified, and an
 * answer of the city; its silence is not approval. A position that nobody approved holds for more than ten days is a gap.
 */
@NullMarked
package city.c3po.charter.engagement;

import org.jspecify.annotations.NullMarked;
