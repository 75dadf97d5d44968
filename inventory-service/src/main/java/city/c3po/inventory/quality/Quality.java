package city.c3po.inventory.quality;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.rule.Convention;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How good what is known of a department's assets is, or of a source's, or of all. Measured in SQL together with all
 * others, which writes its versions and events; this class reads.
 */
@Entity
class Quality extends Aggregate<QualityAction> {
    @Id
    private String id;

    private @Nullable String department;

    private @Nullable String source;

    @JdbcTypeCode(SqlTypes.JSON)
    private Measure measure;

    private Instant asOf;

    @SuppressWarnings("NullAway.Init")
    protected Quality() {}

    @Override
    public String id() {
        return id;
    }

    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                Stream.ofNullable(department).toList(),
                List.of(),
                null,
                List.of(),
                Stream.ofNullable(source).toList());
    }

    @Override
    protected QualityView state() {
        return QualityView.of(this);
    }

    @Override
    protected Set<QualityAction> actions() {
        return EnumSet.noneOf(QualityAction.class);
    }

    @Override
    protected boolean possible(QualityAction action) {
        return false;
    }

    @Override
    protected void permits(Actor by, QualityAction action) {
        Convention.NOT_PERMITTED.require(false);
    }

    @Nullable String department() {
        return department;
    }

    @Nullable String source() {
        return source;
    }

    Measure measure() {
        return measure;
    }

    Instant asOf() {
        return asOf;
    }
}
