package city.c3po.audit.control;

import city.c3po.platform.value.Reference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a control says something of. */
@Schema(name = "ControlSupport", description = "Elements of a recommendation that the measure speaks for.")
public record Support(
        Reference recommendation,

        @Schema(description = "The body that issued it.") String body,

        @Schema(description = "Keys of the elements.") List<String> elements) {}
