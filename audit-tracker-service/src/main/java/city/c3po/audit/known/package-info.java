/**
 * What the other services told: the last state of each record that somebody here asks for.
 *
 * <p>Only copies, and never doubted: a reference that was not seen yet is no reason to refuse an event.
 */
@NullMarked
package city.c3po.audit.known;

import org.jspecify.annotations.NullMarked;
