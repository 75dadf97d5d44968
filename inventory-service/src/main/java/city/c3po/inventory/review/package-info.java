/**
 * Match reviews: rows of imports that a person decides.
 *
 * <p>A row that may be several assets, that a stronger key speaks against, or that says something else of an asset than an
 * earlier row of its file, becomes a review: a portfolio manager links it, registers it as an asset of its own, or dismisses
 * it. An incomplete row is held for 90 days, until the rest is told or somebody decides.
 */
@NullMarked
package city.c3po.inventory.review;

import org.jspecify.annotations.NullMarked;
