/**
 * The technical library of the house. It knows no business noun but the city's calendar and access.
 */
@NullMarked
package city.c3po.platform;

import org.jspecify.annotations.NullMarked;
