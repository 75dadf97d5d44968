/** From eight wishes to a ranked list and governed projects. */
@NullMarked
package city.c3po.story.portfolio;

import org.jspecify.annotations.NullMarked;
