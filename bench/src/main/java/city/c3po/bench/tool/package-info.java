/**
 * The programs that make load or set a limit: wrk, pgbench, nginx, and a bare Quarkus endpoint. They are the
 * distribution's own where there is one, so that a figure can be checked without us.
 */
@NullMarked
package city.c3po.bench.tool;

import org.jspecify.annotations.NullMarked;
