/** A project kept in hand: planned, baselined, run for six months, changed and reported on. */
@NullMarked
package city.c3po.story.controls;

import org.jspecify.annotations.NullMarked;
