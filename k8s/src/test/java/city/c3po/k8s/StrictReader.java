package city.c3po.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a manifest into the types of whoever will read it in the cluster, and refuses what they do not know: an unknown
 * field is a spelling mistake, which the cluster would drop in silence. Kinds without Java types have a JSON Schema in
 * {@code k8s/schemas}. A kind that is in neither list is refused too.
 */
final class StrictReader {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("rbac.authorization.k8s.io/v1/Role", Role.class),
            Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", RoleBinding.class),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
            Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            Map.entry("kafka.strimzi.io/v1beta2/Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1beta2/KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1beta2/KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1beta2/KafkaUser", KafkaUser.class));

    private final ObjectMapper typed;
    private final Map<String, String> schemas = new TreeMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    StrictReader() {
        typed = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                // The models keep what they do not know in a map; without that map it has no place, and so is refused.
                .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        // Kubernetes takes no number for a text and no text for a number.
        for (var type : List.of(LogicalType.Textual, LogicalType.Integer, LogicalType.Boolean)) {
            var coercion = typed.coercionConfigFor(type);
            for (var shape : List.of(
                    CoercionInputShape.String,
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float,
                    CoercionInputShape.Boolean)) {
                coercion.setCoercion(shape, CoercionAction.Fail);
            }
        }
        readSchemas();
    }

    /** What is wrong with a manifest, in sentences. */
    List<String> faults(JsonNode manifest) {
        var kind = manifest.path("apiVersion").asText() + "/"
                + manifest.path("kind").asText();
        var type = TYPES.get(kind);
        if (type != null) {
            try {
                typed.treeToValue(manifest, type);
                return List.of();
            } catch (JsonProcessingException e) {
                return List.of(e.getOriginalMessage() + " "
                        + e.getMessage().replaceAll("(?s).*through reference chain: ", ""));
            }
        }
        var schema = schemas.get(kind);
        if (schema == null) {
            return List.of("nobody here knows the kind " + kind);
        }
        return registry.getSchema(schema).validate(manifest.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private void readSchemas() {
        try (var files = Files.walk(Repository.root().resolve("k8s/schemas"))) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var text = Files.readString(file);
                var properties = new ObjectMapper().readTree(text).path("properties");
                schemas.put(
                        properties.at("/apiVersion/const").asText() + "/"
                                + properties.at("/kind/const").asText(),
                        text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
