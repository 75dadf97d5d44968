package city.c3po.charter.document;

import city.c3po.charter.template.DocumentKind;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.History;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.upload.Upload;
import city.c3po.platform.web.Answer;
import city.c3po.platform.web.Listings;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Past;
import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The register of key documents. */
@Path("/v1/documents")
@RunOnVirtualThread
@Consumes(MediaTypes.JSON)
@Produces(MediaTypes.JSON)
@Tag(name = "Documents", description = "The register of key documents: links, and bytes with their hashes.")
class DocumentResource {
    private static final String ANY_ROLE = "${c3po.roles.any}";

    private final Documents documents;
    private final Listings listings;
    private final Past past;
    private final CurrentActor caller;
    private final Preconditions preconditions;
    private final InstantSource clock;

    DocumentResource(
            Documents documents,
            Listings listings,
            Past past,
            CurrentActor caller,
            Preconditions preconditions,
            InstantSource clock) {
        this.documents = documents;
        this.listings = listings;
        this.past = past;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    @PUT
    @Path("/{id}/content")
    @Consumes("application/octet-stream")
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "uploadDocument",
            summary = "Upload its bytes",
            description =
                    "At most 20 MiB. What they really are is found by looking at them; a mediaType that they are not is"
                            + " refused. Uploading again makes a new edition; former bytes stay.")
    public RestResponse<DocumentView> upload(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "What the bytes are; found by looking where it is left out.",
                            example = "application/pdf")
                    @QueryParam("mediaType")
                    @Size(max = 200) @Pattern(regexp = "[a-z0-9.+-]+/[a-z0-9.+-]+") @Nullable String mediaType,
            @Parameter(description = "SHA-256 of the bytes, hexadecimal; refused when they have another.")
                    @QueryParam("sha256")
                    @Pattern(regexp = "[0-9a-f]{64}") @Nullable String sha256,
            @Parameter(description = "For the download.", example = "plan.pdf")
                    @QueryParam("fileName")
                    @Size(max = 200) @Pattern(regexp = "[^/\\\\\"\\p{Cntrl}]+") @Nullable String fileName,
            InputStream body) {
        var by = caller.get();
        // who may not, or saw another version, is told before the bytes are taken
        documents.get(id, by).requirePossible(by, DocumentAction.UPLOAD);
        var seen = preconditions.seen();
        try (var upload = Upload.receive(body)) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> answer(
                            documents.receive(id, by, seen, upload, mediaType, sha256, fileName, clock.instant())));
        }
    }

    @GET
    @Path("/{id}/content")
    @Produces("application/octet-stream")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "downloadDocument",
            summary = "Download its bytes",
            description = "The last edition, always as an attachment, never shown inline. 404 for a link.")
    public Response download(@PathParam("id") UUID id) {
        var document = documents.get(id, caller.get());
        Convention.NOT_FOUND.require(document.edition() > 0);
        StreamingOutput bytes = out -> QuarkusTransaction.requiringNew().run(() -> documents.write(document, out));
        return Response.ok(bytes)
                .type("application/octet-stream")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name(document)))
                .header("Content-Length", document.size())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Document-Media-Type", document.mediaType())
                .build();
    }

    private static String name(Document document) {
        var name = document.fileName();
        return name == null ? document.id().toString() : name;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Schema(name = "LinkCheckAsked", description = "What you found when you fetched the link.")
    record Found(
            @Schema(description = "SHA-256 of what is there now, hexadecimal.")
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    @POST
    @Path("/{id}/check-link")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "checkDocumentLink",
            summary = "Compare what a link names with its recorded hash",
            description = "You fetch it and say its hash; the register keeps whether it was still the same.")
    public RestResponse<DocumentView> checkLink(@PathParam("id") UUID id, @NotNull @Valid Found body) {
        var by = caller.get();
        return answer(documents.change(
                id,
                by,
                preconditions.seen(),
                DocumentAction.CHECK_LINK,
                document -> document.checkLink(by, body.sha256(), clock.instant())));
    }

    @Schema(name = "DocumentWithdrawal")
    record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Path("/{id}/withdraw")
    @Write
    @RolesAllowed({Roles.SUBMITTER, Roles.PORTFOLIO_MANAGER, Roles.SIGNATORY})
    @Operation(
            operationId = "withdrawDocument",
            summary = "Withdraw a document",
            description = "It no longer counts as the one its template asks for; it stays readable.")
    public RestResponse<DocumentView> withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdrawal body) {
        var by = caller.get();
        return answer(documents.change(
                id,
                by,
                preconditions.seen(),
                DocumentAction.WITHDRAW,
                document -> document.withdraw(by, body.reason(), clock.instant())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "getDocument",
            summary = "Read an entry of the register",
            description = "As it is, or with asOf as it was recorded at an instant.")
    public RestResponse<DocumentView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded at this instant.") @QueryParam("asOf") @Nullable Instant asOf) {
        var document = documents.get(id, caller.get());
        return asOf == null ? answer(document) : past.asOf(asOf, document, DocumentView.class);
    }

    @GET
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "listDocuments",
            summary = "Search the archive",
            description = "All documents that you may see: by words, kind, charter, department, vendor.")
    public Page<DocumentView> list(
            @Parameter(description = "Only with all these words in title or description.")
                    @QueryParam("q")
                    @Size(max = 200) @Nullable String words,
            @Parameter(description = "Only of this kind.") @QueryParam("kind") @Nullable DocumentKind kind,
            @Parameter(description = "Only of the charter with this id.") @QueryParam("charter") @Nullable UUID charter,
            @Parameter(description = "Only of charters of this department.")
                    @QueryParam("department")
                    @Size(max = 50) @Nullable String department,
            @Parameter(description = "Only of projects in which this vendor is engaged.")
                    @QueryParam("vendor")
                    @Size(max = 50) @Nullable String vendor,
            @Parameter(description = "The order.") @QueryParam("sort") @DefaultValue("NEWEST") DocumentOrder sort,
            @BeanParam @Valid Paging paging) {
        var by = caller.get();
        return listings.of(Document.class)
                .visibleTo(by)
                .where("r.words @@ websearch_to_tsquery('simple', :words)", "words", words)
                .where("r.kind = :kind", "kind", kind)
                .where("r.charter = :charter", "charter", charter)
                .where("jsonb_exists(r.departments, :department)", "department", department)
                .where(
                        "exists (select from charter c join engagement e on e.project = c.project ->> 'id' where c.id = r.charter and e.vendor = :vendor)",
                        "vendor",
                        vendor)
                .orderedBy(sort)
                .answer(paging, DocumentView.class, document -> DocumentView.of(document, by));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(ANY_ROLE)
    @Operation(
            operationId = "documentHistory",
            summary = "A document's history",
            description = "Who did what, when; oldest first.")
    public Page<History.Entry> history(@PathParam("id") UUID id, @BeanParam @Valid Paging paging) {
        return past.of(documents.get(id, caller.get()), paging);
    }

    private RestResponse<DocumentView> answer(Document document) {
        var by = caller.get();
        return Answer.of(document, by, DocumentView.of(document, by));
    }
}
