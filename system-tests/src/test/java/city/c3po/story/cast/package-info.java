/** Who acts in several stories: departments that ask, the job that reads, and the journal that remembers. */
@NullMarked
package city.c3po.story.cast;

import org.jspecify.annotations.NullMarked;
