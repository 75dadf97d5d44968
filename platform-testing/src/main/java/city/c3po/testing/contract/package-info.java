/**
 * The promises that events keep. {@code contracts/<key>/} holds one JSON Schema and at least one example per event type;
 * producers and consumers test against both, and neither knows the other.
 */
@NullMarked
package city.c3po.testing.contract;

import org.jspecify.annotations.NullMarked;
