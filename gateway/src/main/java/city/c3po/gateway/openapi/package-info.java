/**
 * OpenAPI documents as data: what a service's document says, which routes follow from it, how the documents of all
 * services become one, and the proof that becoming one changed nothing. Plain trees and plain Java; nothing here knows
 * of HTTP, files or time.
 */
@NullMarked
package city.c3po.gateway.openapi;

import org.jspecify.annotations.NullMarked;
