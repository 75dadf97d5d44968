/**
 * The edition for residents.
 *
 * <p>Recommendations that are not confidential, as they stand today; of those that are, only that they exist: the counts are
 * the same here and inside.
 */
@NullMarked
package city.c3po.audit.publication;

import org.jspecify.annotations.NullMarked;
