/**
 * The inventory as departments feed it: two systems that know different things of the same machines, a feed that shrinks and
 * one that stops, and subscriptions that end.
 */
@NullMarked
package city.c3po.story.inventory;

import org.jspecify.annotations.NullMarked;
