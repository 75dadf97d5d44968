/**
 * Whole stories and faults, told from outside: what a department, a reporting job, an attacker or a power cut would
 * see. Stories are few and long, their names are sentences, and they wait for conditions with a bound. They know the
 * services by their HTTP, their topics and their tables alone.
 */
@NullMarked
package city.c3po.story;

import org.jspecify.annotations.NullMarked;
