package city.c3po.portfolio.forecast;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Uuid7;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectPart;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One forecast of a project: what was asked, from which schedule, and what came of it. It never changes. */
@Entity
public class ForecastRun extends ProjectPart<ForecastRunAction> {
    @Id
    private UUID id;

    private int runs;

    private long seed;

    /** Of the schedule that was run. */
    private String sha256;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<RiskAssumed> risks = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private ForecastResult result;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ForecastRun() {}

    ForecastRun(
            Project project,
            Actor by,
            int runs,
            long seed,
            String sha256,
            List<RiskAssumed> risks,
            ForecastResult result,
            Instant at) {
        super(project);
        this.id = Uuid7.next();
        this.runs = runs;
        this.seed = seed;
        this.sha256 = sha256;
        this.risks = risks;
        this.result = result;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<ForecastRunEvent> run(Actor by, Instant at) {
        requireLeader(by);
        return List.of(new ForecastRunEvent.Ran(
                runs,
                seed,
                result.finish().p50(),
                result.finish().p80(),
                result.cost().p50().amount(),
                result.cost().p80().amount(),
                at));
    }

    String href() {
        return project().href() + "/forecasts/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ForecastRunView state() {
        return ForecastRunView.of(this, null);
    }

    @Override
    protected Set<ForecastRunAction> actions() {
        return Set.of();
    }

    @Override
    protected boolean possible(ForecastRunAction action) {
        return false;
    }

    @Override
    protected void permits(Actor by, ForecastRunAction action) {
        requireLeader(by);
    }

    int runs() {
        return runs;
    }

    long seed() {
        return seed;
    }

    String sha256() {
        return sha256;
    }

    List<RiskAssumed> risks() {
        return risks;
    }

    ForecastResult result() {
        return result;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
