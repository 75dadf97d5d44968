/** Everything a client can get wrong, or try on purpose: the right problem, and nothing changed. */
@NullMarked
package city.c3po.story.badinput;

import org.jspecify.annotations.NullMarked;
