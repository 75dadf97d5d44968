package city.c3po.charter.archive;

import city.c3po.charter.template.DocumentKind;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is looked for; whatever is left out does not matter. */
class ArchiveQuestion {
    @Parameter(
            description = "All these words; \"in quotes\" as a phrase, or, and -without.",
            example = "accessibility \"go live\"")
    @QueryParam("q")
    @Size(max = 200) @Nullable String words;

    @Parameter(description = "Only of projects that concern this department.", example = "DEP-PW")
    @QueryParam("department")
    @Size(max = 50) @Nullable String department;

    @Parameter(description = "Only of projects in which this vendor is engaged.", example = "V-1001")
    @QueryParam("vendor")
    @Size(max = 50) @Nullable String vendor;

    @Parameter(description = "Only charters, documents or decisions.")
    @QueryParam("type")
    @Nullable ArchiveType type;

    @Parameter(description = "Only documents of this kind.")
    @QueryParam("kind")
    @Nullable DocumentKind kind;
}
