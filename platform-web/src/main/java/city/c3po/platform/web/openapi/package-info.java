/**
 * Completes the OpenAPI document while a service is built.
 *
 * <p>A resource documents what is its own: operation id, summary, description, tag, parameters. What every operation
 * shares (problems, preconditions, idempotency, headers, security, which members may be null) is in
 * {@code META-INF/openapi.yaml} and added by {@link city.c3po.platform.web.openapi.OpenApiConventions}; examples come
 * from files named after the operation.
 */
@NullMarked
package city.c3po.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
