package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A department as callers see it. */
@Schema(name = "Department", description = "A department of the city.")
public record DepartmentView(
        @Schema(examples = "DEP-PW") String code,
        String name,

        @Schema(description = "Subject of the person who heads it.") @Nullable String head,

        @Schema(description = "The department system that said it last; null when a policy admin did.") @Nullable String source,

        boolean sampleData,
        Instant recordedAt,
        String href,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReferenceAction> allowedActions)
        implements Representation {

    static DepartmentView of(Department department, @Nullable Actor reader) {
        var said = department.present();
        return new DepartmentView(
                department.id(),
                said.name(),
                said.head(),
                said.source(),
                Boolean.TRUE.equals(said.sampleData()),
                department.recordedAt(),
                department.href(),
                reader == null ? null : department.allowedActions(reader));
    }
}
