package city.c3po.gateway.documents;

import city.c3po.gateway.openapi.Aggregate;
import city.c3po.gateway.openapi.MergeProof;
import city.c3po.gateway.openapi.RouteTable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Everything that follows from the documents at one moment. Immutable and swapped as a whole, so that a request never
 * sees routes of one moment and a document of another.
 *
 * <p>Its texts are written when somebody asks: few do, and at a start one moment follows the other.
 */
public record Published(Aggregate aggregate, List<SourceState> sources) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    public RouteTable routes() {
        return aggregate.routes();
    }

    public MergeProof proof() {
        return aggregate.proof();
    }

    /** The aggregate, with {@code x-sources}; takes its time. */
    public byte[] json() {
        return written(JSON);
    }

    /** The same as YAML; takes its time. */
    public byte[] yaml() {
        return written(YAML);
    }

    private byte[] written(ObjectMapper format) {
        var tree = aggregate.tree();
        var list = tree.putArray("x-sources");
        sources.forEach(source -> list.add(describe(source)));
        try {
            return format.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of JSON can always be written", e);
        }
    }

    private static ObjectNode describe(SourceState source) {
        var document = source.document();
        var fetchedAt = source.fetchedAt();
        return JSON.createObjectNode()
                .put("service", source.service())
                .put("version", document == null ? null : document.version())
                .put("digest", document == null ? null : document.digest())
                .put("fetchedAt", fetchedAt == null ? null : fetchedAt.toString())
                .put("state", source.state().word());
    }
}
