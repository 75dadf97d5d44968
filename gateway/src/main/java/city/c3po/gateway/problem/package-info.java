/**
 * What the gateway says when it does not pass a request on or gets no answer: one enum of everything it can refuse, and
 * the shape in which it says so. Problems of services pass through and never come here.
 */
@NullMarked
package city.c3po.gateway.problem;

import org.jspecify.annotations.NullMarked;
