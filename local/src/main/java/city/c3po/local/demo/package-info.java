/**
 * The sample city: what its report names, with costs, dates and answers made up, told to the suite through the gateway
 * like any department or system would tell it. This package knows addresses and JSON, and none of the services' classes.
 */
@NullMarked
package city.c3po.local.demo;

import org.jspecify.annotations.NullMarked;
