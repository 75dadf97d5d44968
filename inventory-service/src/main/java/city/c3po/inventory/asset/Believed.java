package city.c3po.inventory.asset;

import java.util.Map;

/**
 * What the claims come to.
 *
 * @param provenance attribute → the source whose value it is
 */
record Believed(AssetText said, Map<String, String> provenance) {}
