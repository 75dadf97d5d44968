/** Reports to a committee, the jobs that pull what they tell, and what residents see of them. */
@NullMarked
package city.c3po.story.reporting;

import org.jspecify.annotations.NullMarked;
