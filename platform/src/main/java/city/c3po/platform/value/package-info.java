/**
 * Values that mean the same in every service.
 *
 * <p>{@link city.c3po.platform.value.Money} has two places and a currency, a {@link city.c3po.platform.value.Ratio} has
 * four places or a reason why there is none, a {@link city.c3po.platform.value.Reference} names a record of another
 * aggregate without copying it, an {@link city.c3po.platform.value.ExternalRef} is the name a department's system has
 * for a record. {@link city.c3po.platform.value.Text} brings what people type into one form.
 */
@NullMarked
package city.c3po.platform.value;

import org.jspecify.annotations.NullMarked;
