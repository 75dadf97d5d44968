/** The main job on real input: from a department's first draft to the job that pulls what changed. */
@NullMarked
package city.c3po.story.intake;

import org.jspecify.annotations.NullMarked;
