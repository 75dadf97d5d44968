/**
 * What the gateway answers itself: the documents, human documentation, problem pages, health. Needs no token, and
 * answers whatever state the services are in.
 */
@NullMarked
package city.c3po.gateway.page;

import org.jspecify.annotations.NullMarked;
