/**
 * A client that sends exactly what it is told, well-formed or not, and can print every request as a curl command, so
 * that a finding of a gate can be repeated by hand.
 */
@NullMarked
package city.c3po.testing.http;

import org.jspecify.annotations.NullMarked;
