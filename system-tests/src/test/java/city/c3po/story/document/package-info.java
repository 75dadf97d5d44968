/** What the suite says about itself: the one document of all services, and the page that shows it. */
@NullMarked
package city.c3po.story.document;

import org.jspecify.annotations.NullMarked;
