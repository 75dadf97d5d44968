/**
 * The suite that is measured: started by the launcher as anybody starts it, on ports of its own and with data of its
 * own, and deleted afterwards.
 */
@NullMarked
package city.c3po.bench.suite;

import org.jspecify.annotations.NullMarked;
