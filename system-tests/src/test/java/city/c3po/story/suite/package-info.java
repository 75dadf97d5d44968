/**
 * The stories' stage: the packaged suite, started once by the launcher that people use, and what a story needs to talk
 * to it from outside. {@link city.c3po.story.suite.TheSuite} marks a story; {@link city.c3po.story.suite.Door} is a
 * person or a system at the gateway; {@link city.c3po.story.suite.RunningSuite} stops, kills and starts parts and opens
 * the database and the topics, where a story compares what was promised with what is there.
 */
@NullMarked
package city.c3po.story.suite;

import org.jspecify.annotations.NullMarked;
