/**
 * Charters from beginning to end: an approved initiative becomes a promise of nine people, one of them leaves, and what was
 * delivered is accepted by the rest and by the successor. In the end anybody checks the evidence without us.
 */
@NullMarked
package city.c3po.story.charter;

import org.jspecify.annotations.NullMarked;
