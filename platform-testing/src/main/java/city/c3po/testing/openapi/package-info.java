/**
 * The services' OpenAPI documents: read as data by the gates that are driven by them, compared with the committed copy
 * so that a change of the API is visible in review, and linted.
 */
@NullMarked
package city.c3po.testing.openapi;

import org.jspecify.annotations.NullMarked;
