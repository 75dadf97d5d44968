/**
 * The signing ceremony.
 *
 * <p>When a charter is frozen, each seat gets a sign-off for that very hash: PENDING until its phase is notified, then
 * NOTIFIED, VIEWED, SIGNED or DECLINED; what nobody signed in 15 business days is EXPIRED. A signer echoes version, hash
 * and statement with a login that is five minutes old at most, and gets a receipt (JWS, ES256) that anybody can check
 * with the public keys, without us. Nobody signs for another's seat, except as a delegate named in writing before.
 */
@NullMarked
package city.c3po.charter.signing;

import org.jspecify.annotations.NullMarked;
