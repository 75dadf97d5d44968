/**
 * Recommendations: what an audit asks for, what the department says of it, and what the issuing body verified.
 *
 * <p>The management status is the department's claim and moves by its own verbs; the verified status is the issuing body's
 * and moves by verdicts. Neither follows from the other. The text is frozen at issue, the first target date for ever. Of a
 * confidential recommendation no text enters an event: whoever may read it asks here.
 */
@NullMarked
package city.c3po.audit.recommendation;

import org.jspecify.annotations.NullMarked;
