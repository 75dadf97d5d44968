/**
 * What changed since you last asked.
 *
 * <p>A reader begins with a baseline and then pulls rounds: a round reaches from where the last one ended to the head of
 * the log at its first page, and all its pages share that head. A {@link city.c3po.reporting.changes.Bookmark} says where
 * a reader stands; it travels sealed, as a cursor. {@link city.c3po.reporting.changes.Feed} reads a page, {@link
 * city.c3po.reporting.changes.Telling} says it as this reader may know it.
 */
@NullMarked
package city.c3po.reporting.changes;

import org.jspecify.annotations.NullMarked;
