package city.c3po.inventory.licence;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.rule.Convention;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the city, or a department of it, stands at with a product by a metric. Measured in SQL together with all others,
 * which writes its versions and events; this class reads.
 */
@Entity
class LicencePosition extends Aggregate<LicencePositionAction> {
    @Id
    private UUID id;

    private UUID product;

    @Enumerated(EnumType.STRING)
    private Metric metric;

    private String department;

    @Enumerated(EnumType.STRING)
    private PositionStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private Standing position;

    private Instant since;

    @SuppressWarnings("NullAway.Init")
    protected LicencePosition() {}

    String href() {
        return "/v1/licence-positions/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                Stream.ofNullable(department()).toList(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    @Override
    protected LicencePositionView state() {
        return LicencePositionView.of(this);
    }

    @Override
    protected Set<LicencePositionAction> actions() {
        return EnumSet.noneOf(LicencePositionAction.class);
    }

    @Override
    protected boolean possible(LicencePositionAction action) {
        return false;
    }

    @Override
    protected void permits(Actor by, LicencePositionAction action) {
        Convention.NOT_PERMITTED.require(false);
    }

    UUID product() {
        return product;
    }

    Metric metric() {
        return metric;
    }

    /** Null for the city as a whole. */
    @Nullable String department() {
        return department.isEmpty() ? null : department;
    }

    PositionStatus status() {
        return status;
    }

    Standing standing() {
        return position;
    }

    Instant since() {
        return since;
    }
}
