/**
 * What those who run the suite do to it, told as stories: a backup is taken and brought back, a city is upgraded. What
 * was promised to clients before holds after.
 */
@NullMarked
package city.c3po.story.operations;

import org.jspecify.annotations.NullMarked;
