/**
 * The conventions of the REST API, so that a resource says only what is its own.
 *
 * <p>A resource reads {@link city.c3po.platform.web.Preconditions}, calls a verb through its repository in a method
 * marked {@link city.c3po.platform.web.Write}, and answers with {@link city.c3po.platform.web.Answer}. Lists come from
 * {@link city.c3po.platform.web.Listings}, the past from {@link city.c3po.platform.web.Past}. Whatever goes wrong
 * becomes a {@link city.c3po.platform.web.Problem}; request ids, limits, idempotency and the common part of the OpenAPI
 * document need nothing from a resource.
 */
@NullMarked
package city.c3po.platform.web;

import org.jspecify.annotations.NullMarked;
