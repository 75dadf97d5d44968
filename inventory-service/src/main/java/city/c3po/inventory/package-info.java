/**
 * The inventory: what the city owns, runs and subscribes to, who says so, and how fresh that is.
 *
 * <p>Department systems feed it; nobody types 200,000 rows. Each package is one subject: {@code asset} with its lifecycle
 * and its claims, {@code source} for the systems that feed it, {@code reference} for what portfolio tells.
 */
@NullMarked
package city.c3po.inventory;

import org.jspecify.annotations.NullMarked;
