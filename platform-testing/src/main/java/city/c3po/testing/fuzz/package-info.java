/**
 * Hostile input, made from the OpenAPI document: whatever is sent, a service answers with a documented status and, when
 * it refuses, with a problem of the one shape that tells nothing internal.
 */
@NullMarked
package city.c3po.testing.fuzz;

import org.jspecify.annotations.NullMarked;
