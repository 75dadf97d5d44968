package city.c3po.inventory.export;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An asset as its source knows it: by the source's key. */
record ExportedAsset(String nativeKey, String kind, String state, ObjectNode said) {}
