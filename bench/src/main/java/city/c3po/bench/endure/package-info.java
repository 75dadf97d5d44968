/**
 * Endurance: people and systems write, processes die, stand still and lose each other, and in the end everything that
 * was acknowledged must be there once, in order, and be told to whoever follows. The tool keeps its own account of
 * what it was promised ({@link city.c3po.bench.endure.Promises}) and compares. What happens follows from a seed.
 */
@NullMarked
package city.c3po.bench.endure;

import org.jspecify.annotations.NullMarked;
