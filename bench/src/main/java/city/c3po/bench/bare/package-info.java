/** The limit that a read is compared with: an endpoint on the same framework that does nothing but answer. */
@NullMarked
package city.c3po.bench.bare;

import org.jspecify.annotations.NullMarked;
