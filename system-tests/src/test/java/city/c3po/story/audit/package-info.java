/** What auditors recommended: claimed by a department, refused, accepted, and told to the committee. */
@NullMarked
package city.c3po.story.audit;

import org.jspecify.annotations.NullMarked;
