/** The command: which measures to run, how long, and where their answers go. */
@NullMarked
package city.c3po.bench;

import org.jspecify.annotations.NullMarked;
