/**
 * Attestations: departments say that what the inventory knows of theirs is there.
 *
 * <p>A campaign freezes what each department has on the day it opens; each department's attestation is its list. Its IT
 * liaison or its head confirms asset by asset, or all that is left. What is not confirmed by the due date is escalated,
 * and is not fresh until it is confirmed, in this campaign or a later one.
 */
@NullMarked
package city.c3po.inventory.attestation;

import org.jspecify.annotations.NullMarked;
