/**
 * The servers behind the tests: one PostgreSQL, one Kafka broker and one token issuer per build, in a process of their
 * own. Surefire forks a JVM per module; starting the servers there would cost every module five seconds. The first
 * module to need them starts the process under a file lock, all others read its addresses from a file, and the process
 * ends with the build that it watches.
 */
@NullMarked
package city.c3po.testing.infra;

import org.jspecify.annotations.NullMarked;
