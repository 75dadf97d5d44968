/**
 * Acceptance: the same people say whether they got what they committed to.
 *
 * <p>Each committed criterion is found PASS, FAIL, WAIVED (by the sponsor, with a reason) or DEFERRED (to an owner, by a
 * day). From that the service makes the committed-versus-delivered statement; the seats sign its hash, the same persons
 * that committed. Whoever succeeded one of them adopts the commitment first. What failed may be cured and tried again;
 * each attempt has its number.
 */
@NullMarked
package city.c3po.charter.acceptance;

import org.jspecify.annotations.NullMarked;
