package city.c3po.inventory.export;

import city.c3po.inventory.asset.AssetText;
import city.c3po.inventory.file.Profile;
import city.c3po.inventory.reference.Readers;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.web.MediaTypes;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is believed of the assets of a source, in the form in which it imports. */
@Path("/v1/asset-exports")
@RunOnVirtualThread
@Tag(name = "Asset exports", description = "What is believed of a source's assets, in the form in which it imports.")
class AssetExportResource {
    private final ExportedAssets assets;
    private final CurrentActor caller;
    private final ObjectMapper json;

    AssetExportResource(ExportedAssets assets, CurrentActor caller, ObjectMapper json) {
        this.assets = assets;
        this.caller = caller;
        this.json = json;
    }

    /** Writes all assets of the source. */
    private interface Opening {
        ExportForm on(Writer out) throws IOException;
    }

    @GET
    @Path("/csv")
    @Produces(MediaTypes.CSV)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "exportAssetsAsCsv",
            summary = "Export as CSV",
            description =
                    "All assets of the source that you may see, by its keys, streamed. Imported again for the same source with the"
                            + " same profile, every row is UNCHANGED, as far as the profile can express it.")
    public StreamingOutput csv(
            @Parameter(description = "The source.", example = "finance", required = true)
                    @QueryParam("source")
                    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String source,
            @Parameter(description = "native, snipe-it-assets or snipe-it-licenses.")
                    @QueryParam("profile")
                    @DefaultValue("native")
                    @Pattern(regexp = "native|snipe-it-assets|snipe-it-licenses") String profile) {
        return all(
                source,
                switch (Profile.of(profile).orElseThrow()) {
                    case NATIVE, CYCLONEDX -> out -> new ExportForm.Table(out, ours(), Map.of());
                    case SNIPE_IT_ASSETS ->
                        out -> new ExportForm.Table(out, ExportForm.SNIPE_ASSETS, ExportForm.SNIPE_STATES);
                    case SNIPE_IT_LICENSES -> out -> new ExportForm.Table(out, ExportForm.SNIPE_LICENSES, Map.of());
                });
    }

    @GET
    @Path("/ndjson")
    @Produces(MediaTypes.NDJSON)
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "exportAssetsAsNdjson",
            summary = "Export as NDJSON",
            description = "As CSV, in the native profile, a JSON object a line.")
    public StreamingOutput ndjson(
            @Parameter(description = "The source.", example = "finance", required = true)
                    @QueryParam("source")
                    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String source) {
        return all(source, out -> new ExportForm.Lines(out, json));
    }

    @GET
    @Path("/cyclonedx")
    @Produces("application/vnd.cyclonedx+json")
    @RolesAllowed(Readers.ANY_ROLE)
    @Operation(
            operationId = "exportAssetsAsCycloneDx",
            summary = "Export as a bill of materials",
            description = "CycloneDX 1.6; our own attributes are properties named c3po:….")
    public StreamingOutput bill(
            @Parameter(description = "The source.", example = "finance", required = true)
                    @QueryParam("source")
                    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String source) {
        return all(source, out -> new ExportForm.Bill(out, json));
    }

    private static Map<String, String> ours() {
        var columns = new LinkedHashMap<String, String>();
        for (var own : List.of("nativeKey", "kind", "state")) {
            columns.put(own, own);
        }
        Arrays.stream(AssetText.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !List.of("kind", "tag", "sampleData").contains(name))
                .forEach(name -> columns.put(name, name));
        return columns;
    }

    private StreamingOutput all(String source, Opening opening) {
        var by = caller.get();
        return stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(unclosed(stream), StandardCharsets.UTF_8), 64 * 1024);
            var form = opening.on(out);
            assets.forEach(source, by, form::write);
            form.end();
            out.flush();
        };
    }

    /** Whoever answers the request closes its stream. */
    private static OutputStream unclosed(OutputStream stream) {
        return new java.io.FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }
}
