package city.c3po.charter.template;

import city.c3po.charter.project.Tier;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template version as callers see it. */
@Schema(name = "CharterTemplate", description = "A version of what charters of one tier and approach must say.")
public record CharterTemplateView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "TPL-2026-0001")
        String number,

        String href,
        TemplateState state,
        Tier tier,

        @Schema(description = "The delivery approach it is for.")
        Variant variant,

        TemplateText text,

        @Schema(description = "Subjects of everybody who wrote any of it; none of them adopts it.")
        List<String> authors,

        @Nullable String adoptedBy,
        @Nullable Instant adoptedAt,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<TemplateAction> allowedActions)
        implements Representation {

    static CharterTemplateView of(CharterTemplate template, @Nullable Actor reader) {
        return new CharterTemplateView(
                template.id(),
                template.number(),
                template.href(),
                template.templateState(),
                template.tier(),
                template.variant(),
                template.text(),
                template.authors(),
                template.adoptedBy(),
                template.adoptedAt(),
                template.createdAt(),
                reader == null ? null : template.allowedActions(reader));
    }
}
