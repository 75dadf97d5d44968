/**
 * Who acts, and who may see.
 *
 * <p>An {@link city.c3po.platform.actor.Actor} is what a verified token says of the caller: subject, roles and the
 * departments, sources, bodies or vendor the caller speaks for. {@link city.c3po.platform.actor.Access} is what a
 * record says of its readers; one predicate joins the two, here in Java and in SQL as {@code access_visible}.
 */
@NullMarked
package city.c3po.platform.actor;

import org.jspecify.annotations.NullMarked;
