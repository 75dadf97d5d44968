/**
 * The suite's own services and the gateway, as the plain Java processes that their builds produce. A service joins the
 * suite by one line in {@link city.c3po.local.service.ServiceEntry}.
 */
@NullMarked
package city.c3po.local.service;

import org.jspecify.annotations.NullMarked;
