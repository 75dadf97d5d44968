/** Parts die, in the middle of their work and without a farewell; what was promised holds, and the suite recovers. */
@NullMarked
package city.c3po.story.fault;

import org.jspecify.annotations.NullMarked;
