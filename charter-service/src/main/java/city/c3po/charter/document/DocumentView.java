package city.c3po.charter.document;

import city.c3po.charter.template.DocumentKind;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the register as callers see it. */
@Schema(name = "Document", description = "An entry of a charter's register of key documents.")
public record DocumentView(
        UUID id,
        String href,
        Reference charter,
        DocumentKind kind,
        String title,
        @Nullable String description,
        @Nullable String link,

        @Schema(description = "What the bytes really are.") @Nullable String mediaType,

        @Nullable String fileName,

        @Schema(description = "Bytes.") @Nullable Long size,

        @Schema(description = "Of the bytes, or of what the link named; hexadecimal.") @Nullable String sha256,

        @Schema(description = "How often bytes were uploaded; the last edition is handed out.")
        int edition,

        @Nullable String retention,
        List<String> departments,
        List<LinkCheck> linkChecks,
        String registeredBy,
        Instant registeredAt,

        @Schema(description = "It no longer counts since then.") @Nullable Instant withdrawnAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<DocumentAction> allowedActions)
        implements Representation {

    static DocumentView of(Document document, @Nullable Actor reader) {
        return new DocumentView(
                document.id(),
                document.href(),
                new Reference("charter", document.charter().toString(), null, "/v1/charters/" + document.charter()),
                document.kind(),
                document.title(),
                document.description(),
                document.link(),
                document.mediaType(),
                document.fileName(),
                document.size(),
                document.sha256(),
                document.edition(),
                document.retention(),
                document.departments(),
                document.linkChecks(),
                document.registeredBy(),
                document.registeredAt(),
                document.withdrawnAt(),
                reader == null ? null : document.allowedActions(reader));
    }
}
