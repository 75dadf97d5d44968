package city.c3po.inventory.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The attributes that sources say, by their names. */
@Singleton
class Attributes {
    /** The asset's own: no source says them of an asset that exists. */
    private static final Set<String> OWN = Set.of("kind", "tag", "sampleData");

    private static final List<RecordComponent> COMPONENTS = Arrays.stream(AssetText.class.getRecordComponents())
            .filter(component -> !OWN.contains(component.getName()))
            .toList();

    private final ObjectMapper json;

    Attributes(ObjectMapper json) {
        this.json = json;
    }

    static boolean known(String name) {
        return COMPONENTS.stream().anyMatch(component -> component.getName().equals(name));
    }

    /** In the order of their names. */
    static Set<String> changed(AssetText before, AssetText after) {
        var changed = new TreeSet<String>();
        for (var component : COMPONENTS) {
            if (!Objects.equals(value(component, before), value(component, after))) {
                changed.add(component.getName());
            }
        }
        return changed;
    }

    /** The values that differ, null where there is none any more: what somebody who edits it claims. */
    Map<String, JsonNode> claimed(AssetText before, AssetText after) {
        ObjectNode all = json.valueToTree(after);
        var claimed = new TreeMap<String, JsonNode>();
        for (var name : changed(before, after)) {
            claimed.put(name, Objects.requireNonNullElse(all.get(name), NullNode.getInstance()));
        }
        return claimed;
    }

    /** All values that it has. */
    Map<String, JsonNode> claimed(AssetText said) {
        ObjectNode all = json.valueToTree(said);
        all.remove(OWN);
        var claimed = new TreeMap<String, JsonNode>();
        all.properties().forEach(member -> claimed.put(member.getKey(), member.getValue()));
        return claimed;
    }

    /** A row as what is said of an asset. */
    AssetText read(FedRow row) {
        ObjectNode all = row.said().deepCopy();
        all.put("kind", row.kind());
        try {
            return json.treeToValue(all, AssetText.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a staged row is no asset", e);
        }
    }

    JsonNode valueOf(AssetText said, String attribute) {
        ObjectNode all = json.valueToTree(said);
        return Objects.requireNonNullElse(all.get(attribute), NullNode.getInstance());
    }

    private static Object value(RecordComponent component, AssetText of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.getName(), e);
        }
    }
}
