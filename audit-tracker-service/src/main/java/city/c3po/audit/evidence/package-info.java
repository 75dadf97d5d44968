/**
 * Evidence: what shows that elements of a recommendation are met.
 *
 * <p>A file, or a link with its hash. Every change is a revision with a SHA-256 of its own, and the
 * bytes of former ones stay. A revision that a verification rested on is frozen. Bytes that no longer have their hash are
 * never handed out: whoever asks is told, and so is the log.
 */
@NullMarked
package city.c3po.audit.evidence;

import org.jspecify.annotations.NullMarked;
