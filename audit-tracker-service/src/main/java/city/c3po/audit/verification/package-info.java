/**
 * Verifications: the issuing body looks at evidence and says what it found.
 *
 * <p>One at a time for each recommendation, by a person of the body that issued it who had no hand in the implementation:
 * neither owner nor submitter nor approver. The database asks the same once more. The revisions of evidence it rested on
 * are frozen with it.
 */
@NullMarked
package city.c3po.audit.verification;

import org.jspecify.annotations.NullMarked;
