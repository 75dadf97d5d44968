/** The smallest aggregate there is, with everything a real one has: a fixture for the tests of the library. */
@NullMarked
package city.c3po.platform.note;

import org.jspecify.annotations.NullMarked;
