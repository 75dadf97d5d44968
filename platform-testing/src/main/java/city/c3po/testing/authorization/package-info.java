/**
 * Who may call what: every documented operation, called once by every role on a record of its own department and on
 * somebody else's, compared with the one committed table {@code docs/authorization-matrix.csv}.
 */
@NullMarked
package city.c3po.testing.authorization;

import org.jspecify.annotations.NullMarked;
