package city.c3po.inventory.imports;

import static city.c3po.inventory.imports.ImportRule.PROFILE_FITS_FORM;

import city.c3po.inventory.file.AssetFile;
import city.c3po.inventory.file.Profile;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where files come in. */
@Path("/v1/imports")
@RunOnVirtualThread
@Produces(MediaTypes.JSON)
@Tag(name = "Imports", description = "Files of department systems: planned as a whole, applied as a whole.")
class ImportReceptionResource {
    static final String BILL_OF_MATERIALS = "application/vnd.cyclonedx+json";

    private final Reception reception;
    private final ImportWork work;
    private final Imports imports;
    private final CurrentActor caller;

    ImportReceptionResource(Reception reception, ImportWork work, Imports imports, CurrentActor caller) {
        this.reception = reception;
        this.work = work;
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaTypes.CSV, MediaTypes.NDJSON, MediaTypes.JSON, BILL_OF_MATERIALS})
    @RolesAllowed({Roles.FEEDER, Roles.PORTFOLIO_MANAGER})
    @Operation(
            operationId = "importAssets",
            summary = "Import a file",
            extensions = @Extension(name = "x-max-body", value = "1073741824", parseValue = true),
            description =
                    "Streams in, at most 1 GiB and 2,000,000 rows, also as gzip. Answered when all of it is here; what becomes of each row is known"
                            + " shortly after (GET it, or read its progress). The same bytes with the same options for the same"
                            + " source are the import they were the first time: 200, and what they name was seen again. Once another"
                            + " file of the source was applied, they are a new import.")
    @APIResponse(
            responseCode = "201",
            description = "All of it is here.",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "These bytes were sent before.",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> send(
            @Parameter(
                            description = "The feeding system; of a system, one of its own.",
                            example = "finance",
                            required = true)
                    @QueryParam("source")
                    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String source,
            @Parameter(description = "How the file says it: native, snipe-it-assets, snipe-it-licenses or cyclonedx.")
                    @QueryParam("profile")
                    @DefaultValue("native")
                    @Pattern(regexp = "native|snipe-it-assets|snipe-it-licenses|cyclonedx") String profile,
            @Parameter(description = "ATOMIC: all rows or none. PARTIAL: each row that can be applied.")
                    @QueryParam("mode")
                    @DefaultValue("PARTIAL")
                    ImportOptions.Mode mode,
            @Parameter(description = "Only plan; a person may approve the plan later.")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @Parameter(description = "What becomes of rows whose asset is known.")
                    @QueryParam("onExisting")
                    @DefaultValue("UPDATE")
                    ImportOptions.OnExisting onExisting,
            @Parameter(description = "What an empty cell says: nothing, or that there is no value.")
                    @QueryParam("emptyCell")
                    @DefaultValue("KEEP")
                    ImportOptions.EmptyCell emptyCell,
            @Parameter(description = "What may be named before its owner told of it.")
                    @QueryParam("createReferences")
                    @Size(max = 3) List<ImportOptions.Creatable> createReferences,
            @Parameter(description = "When the system saw what the file says; now when left out.")
                    @QueryParam("observedAt")
                    @Nullable Instant observedAt,
            @Parameter(description = "Version of the file's layout, held against the source's contract.")
                    @QueryParam("schemaVersion")
                    @Size(max = 50) @Nullable String schemaVersion,
            @Parameter(description = "Made for a demonstration.") @QueryParam("sampleData") @DefaultValue("false")
                    boolean sampleData,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RequestBody(
                            description = "The file.",
                            content = {
                                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
                                @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING)),
                                @Content(mediaType = BILL_OF_MATERIALS, schema = @Schema(type = SchemaType.STRING))
                            })
                    InputStream body)
            throws IOException {
        var kind = Profile.of(profile).orElseThrow();
        if (contentType == null) {
            throw Refusal.UNSUPPORTED_MEDIA_TYPE.refused();
        }
        var form = form(MediaType.valueOf(contentType));
        PROFILE_FITS_FORM.require(fits(kind, form));
        var options = new ImportOptions(
                mode,
                dryRun,
                onExisting,
                emptyCell,
                createReferences.stream().distinct().sorted().toList(),
                schemaVersion);
        var taken = reception.take(
                caller.get(), new Reception.Wish(source, kind, form, options, observedAt, sampleData), body);
        work.wake();
        return QuarkusTransaction.requiringNew().call(() -> {
            var by = caller.get();
            var one = imports.get(taken.id(), by);
            var answer = taken.existed()
                    ? RestResponse.ResponseBuilder.<ImportView>create(Response.Status.OK)
                    : RestResponse.ResponseBuilder.<ImportView>create(Response.Status.CREATED);
            return answer.location(URI.create(one.href()))
                    .tag(one.entityTag(by))
                    .entity(ImportView.of(one, by))
                    .build();
        });
    }

    private static AssetFile.Form form(MediaType type) {
        return switch (type.getType() + "/" + type.getSubtype()) {
            case MediaTypes.CSV -> AssetFile.Form.CSV;
            case MediaTypes.NDJSON -> AssetFile.Form.NDJSON;
            default -> AssetFile.Form.JSON;
        };
    }

    private static boolean fits(Profile profile, AssetFile.Form form) {
        return switch (profile) {
            case NATIVE -> true;
            case SNIPE_IT_ASSETS, SNIPE_IT_LICENSES -> form == AssetFile.Form.CSV;
            case CYCLONEDX -> form == AssetFile.Form.JSON;
        };
    }
}
