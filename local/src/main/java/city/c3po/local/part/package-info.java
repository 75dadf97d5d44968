/**
 * A part is one process of the suite on this machine: a server or a service. It is known by its name, has ports, a log
 * and a file with its process id, and outlives the command that started it, so that any other command can look at it,
 * stop it, or kill it. Everything a part keeps is in one folder, {@link city.c3po.local.part.Home}.
 */
@NullMarked
package city.c3po.local.part;

import org.jspecify.annotations.NullMarked;
