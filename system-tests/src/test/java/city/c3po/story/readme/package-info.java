/** The README's tour, copied and pasted by a machine. */
@NullMarked
package city.c3po.story.readme;

import org.jspecify.annotations.NullMarked;
