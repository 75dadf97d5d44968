/**
 * The identity provider: Keycloak with the realm {@code city}, and the way a person or a system gets a token from it.
 * The realm is data: {@code realm-city.json} is what every city needs, {@code realm-local.json} adds the people of the
 * local suite, whose passwords are their names.
 */
@NullMarked
package city.c3po.local.identity;

import org.jspecify.annotations.NullMarked;
