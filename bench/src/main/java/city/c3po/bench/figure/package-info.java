/**
 * What a run found out: a figure is a series of rounds, shown by its median and its spread, beside a limit that was
 * measured in the same rounds. Whatever else happens on the machine then slows both, and their ratio stays true.
 */
@NullMarked
package city.c3po.bench.figure;

import org.jspecify.annotations.NullMarked;
