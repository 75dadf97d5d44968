/**
 * Files on their way in. Whoever uploads may be slow, may break off, and may lie about what it sends: bytes are spooled
 * to a file of our own, counted and hashed as they pass, and their type is what they begin with, not what is said.
 */
@NullMarked
package city.c3po.platform.upload;

import org.jspecify.annotations.NullMarked;
