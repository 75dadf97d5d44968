/**
 * Placeholders: what people and makers of firmware type where there is no serial.
 *
 * <p>They are stored as they came, and identify nothing. The list is one record, which a policy admin says anew as a
 * whole; identities are put right in the same transaction.
 */
@NullMarked
package city.c3po.inventory.placeholder;

import org.jspecify.annotations.NullMarked;
