package city.c3po.platform.web.openapi;

import city.c3po.platform.web.MediaTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers, problems and success codes of one operation. */
final class OperationConventions {
    private static final String RESPONSE = "#/components/responses/";
    private static final String PARAMETER = "#/components/parameters/";
    private static final String HEADER = "#/components/headers/";

    private final String path;
    private final HttpMethod method;
    private final Operation operation;
    private final ResourceMethods methods;

    OperationConventions(String path, HttpMethod method, Operation operation, ResourceMethods methods) {
        this.path = path;
        this.method = method;
        this.operation = operation;
        this.methods = methods;
    }

    void apply() {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        describePathParameters();
        nameRoles();
        success();
        parameters();
        problems();
        successHeaders();
        inOrder();
    }

    private boolean onRecord() {
        return path.contains("{");
    }

    private boolean reads() {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    private boolean isPublic() {
        return !path.startsWith("/v1/");
    }

    /** A {@code PUT} that may create, and a {@code POST} to a collection that does. */
    private boolean creates() {
        return methods.creates(operation.getOperationId())
                || method == HttpMethod.POST
                        && !onRecord()
                        && methods.writes(operation.getOperationId())
                        && !methods.saysItsSuccess(operation.getOperationId());
    }

    private boolean needsIfMatch() {
        return !reads() && onRecord() && methods.heedsPreconditions(operation.getOperationId());
    }

    private void success() {
        var found = operation.getResponses().getAPIResponse("200");
        if (found == null) {
            return;
        }
        var content = found.getContent();
        if (content != null) {
            content.getMediaTypes().forEach((type, media) -> {
                if (type.equals(MediaTypes.CSV) || type.equals(MediaTypes.NDJSON)) {
                    media.setSchema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .description(
                                    type.equals(MediaTypes.CSV)
                                            ? "All records, a header row first; nested members as cost.amount."
                                            : "All records, one JSON object a line."));
                } else if (type.equals(MediaTypes.XLSX) && media.getSchema().getRef() != null) {
                    media.setSchema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .format("binary")
                            .description("All records as a workbook, in the columns of the CSV."));
                }
            });
        }
        if (creates()) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "201",
                            OASFactory.createAPIResponse()
                                    .description("Created")
                                    .content(content));
            if (method == HttpMethod.POST) {
                operation.getResponses().removeAPIResponse("200");
            }
        }
    }

    private void parameters() {
        add("RequestId");
        if (reads() && answersWithRecord()) {
            add("IfNoneMatch");
        }
        if (needsIfMatch()) {
            if (method == HttpMethod.PUT && creates()) {
                add("IfMatchOrCreate");
                add("IfNoneMatchCreate");
            } else {
                add("IfMatch");
            }
        }
        if (method == HttpMethod.POST && methods.writes(operation.getOperationId())) {
            add("IdempotencyKey");
        }
    }

    private void problems() {
        problem("400", "BadRequest");
        if (!isPublic()) {
            problem("401", "NotAuthenticated");
            problem("403", "Forbidden");
        }
        if (onRecord()) {
            problem("404", "NotFound");
        }
        problem("406", "NotAcceptable");
        if (!reads()) {
            problem("409", "Conflict");
            problem("422", "Invalid");
        }
        if (needsIfMatch()) {
            problem("412", "Stale");
            problem("428", "PreconditionRequired");
        }
        if (operation.getRequestBody() != null) {
            problem("413", "ContentTooLarge");
            problem("415", "UnsupportedMediaType");
        }
        if (streams()) {
            problem("429", "TooManyRequests");
        }
        problem("503", "Unavailable");
        operation.getResponses().getAPIResponses().forEach((status, own) -> {
            if (status.matches("[45]..")) {
                asProblem(own);
            }
        });
    }

    /** What the resource says of a problem in its own words stays. */
    private void problem(String status, String name) {
        var own = operation.getResponses().getAPIResponse(status);
        if (own == null || own.getContent() == null && isScanned(own)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(RESPONSE + name));
        }
    }

    private static void asProblem(APIResponse own) {
        if (own.getContent() == null && own.getRef() == null) {
            own.setContent(OASFactory.createContent()
                    .addMediaType(
                            MediaTypes.PROBLEM,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        }
    }

    /** The scanner's own words, which say less than ours. */
    private static boolean isScanned(APIResponse response) {
        return Set.of("Bad Request", "Not Authorized", "Not Allowed")
                .contains(String.valueOf(response.getDescription()));
    }

    private void successHeaders() {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getRef() == null) {
                header(response, "X-Request-Id", "RequestId");
                if (answersWithRecord()) {
                    header(response, "ETag", "ETag");
                }
                if (status.equals("201")) {
                    header(response, "Location", "Location");
                }
            }
        });
        if (reads() && answersWithRecord()) {
            problem("304", "NotModified");
        }
    }

    /** A representation with an ETag: of the record itself, or the answer to a write. */
    private boolean answersWithRecord() {
        return reads()
                ? path.endsWith("}") && !streams()
                : operation.getResponses().getAPIResponses().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().startsWith("2")
                                && entry.getValue().getContent() != null
                                && methods.writes(operation.getOperationId()));
    }

    private boolean streams() {
        var success = operation.getResponses().getAPIResponse("200");
        return success != null
                && success.getContent() != null
                && success.getContent().getMediaTypes().containsKey(MediaTypes.NDJSON);
    }

    private static void header(APIResponse response, String name, String component) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
            response.addHeader(name, OASFactory.createHeader().ref(HEADER + component));
        }
    }

    private void add(String parameter) {
        operation.addParameter(OASFactory.createParameter().ref(PARAMETER + parameter));
    }

    private void describePathParameters() {
        for (var parameter : parametersOrNone()) {
            if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
                parameter.setDescription(
                        parameter.getName().equals("id")
                                ? "The record's id."
                                : "The record's " + parameter.getName() + ".");
            }
        }
    }

    /** {@code @RolesAllowed("${…}")} stands for a list in the configuration. */
    private void nameRoles() {
        if (operation.getSecurity() != null) {
            operation.setSecurity(operation.getSecurity().stream()
                    .map(requirement -> {
                        var named = OASFactory.createSecurityRequirement();
                        requirement
                                .getSchemes()
                                .forEach((scheme, roles) -> named.addScheme(scheme, Roles.named(roles)));
                        return named;
                    })
                    .toList());
        }
    }

    private List<Parameter> parametersOrNone() {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /** By status, so that the document does not depend on the order of scanning. */
    private void inOrder() {
        Map<String, APIResponse> sorted = new TreeMap<>(Comparator.naturalOrder());
        sorted.putAll(operation.getResponses().getAPIResponses());
        operation.getResponses().setAPIResponses(sorted);
    }
}
