/**
 * Keeps the documents of all services up to date, and publishes what follows from them: the aggregate and the route
 * table. A service that is down, or a document that does not go with the others, never takes away what was good before.
 */
@NullMarked
package city.c3po.gateway.documents;

import org.jspecify.annotations.NullMarked;
