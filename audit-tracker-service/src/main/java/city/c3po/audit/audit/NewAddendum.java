package city.c3po.audit.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An erratum, or something new. */
@Schema(name = "NewAddendum", description = "An erratum, or something new.")
public record NewAddendum(@NotBlank @Size(max = 4000) String text) {}
