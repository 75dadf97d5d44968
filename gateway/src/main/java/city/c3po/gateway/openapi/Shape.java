package city.c3po.gateway.openapi;

import java.util.List;

/**
 * Everything a part of a document says itself, with a hole wherever it refers to another part.
 *
 * @param text canonical, free of any name that only serves to be referred to
 * @param targets what belongs into the holes, in their order
 */
record Shape(String text, List<Pointer> targets) {}
