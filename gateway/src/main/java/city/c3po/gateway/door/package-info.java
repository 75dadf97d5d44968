/**
 * The way of a request: is it well-formed, is it for one of the gateway's own pages, does its token hold, which
 * documented route is it for, and then to the service and back. Whatever ends that way early is a
 * {@link city.c3po.gateway.problem.Refusal}.
 */
@NullMarked
package city.c3po.gateway.door;

import org.jspecify.annotations.NullMarked;
