/** The generated client, used as its users would. */
@NullMarked
package city.c3po.story.client;

import org.jspecify.annotations.NullMarked;
