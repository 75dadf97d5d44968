/**
 * Evidence that outlives the service.
 *
 * <p>A bundle has everything a charter was signed by: the canonical texts, the receipts, the keys, the documents' hashes
 * and the rows of the journal, under one signed manifest. It can be checked with common tools, without us;
 * {@code VERIFY.md} says how.
 */
@NullMarked
package city.c3po.charter.evidence;

import org.jspecify.annotations.NullMarked;
