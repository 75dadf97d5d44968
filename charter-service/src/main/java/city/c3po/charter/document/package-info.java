/**
 * The register of key documents.
 *
 * <p>An entry names a kind and a title, and either a link or bytes that were uploaded; bytes are kept with their SHA-256
 * and the media type they really have, and are only ever handed out as a download. When a charter is frozen, the hashes of
 * its documents are part of what is signed. The Center of Excellence searches all of it by words.
 */
@NullMarked
package city.c3po.charter.document;

import org.jspecify.annotations.NullMarked;
