/**
 * The conventions of the REST API as one suite that runs against every service, directly or through the gateway: a
 * service describes one of its resources in a few lines, and every rule of the guide is tried on it.
 */
@NullMarked
package city.c3po.testing.rest;

import org.jspecify.annotations.NullMarked;
