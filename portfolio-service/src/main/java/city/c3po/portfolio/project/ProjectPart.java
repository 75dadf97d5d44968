package city.c3po.portfolio.project;

import static city.c3po.portfolio.project.ProjectRule.PORTFOLIO_OFFICE_ONLY;
import static city.c3po.portfolio.project.ProjectRule.PPM_OR_OFFICE;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Action;
import city.c3po.platform.event.Aggregate;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/**
 * Something that belongs to a project. Whoever sees the project sees it; what may be done to it depends on who leads the
 * project now, not on who led it when it was written.
 *
 * @param <X> what callers can do to it
 */
@MappedSuperclass
public abstract class ProjectPart<X extends Enum<X> & Action> extends Aggregate<X> {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "project", updatable = false)
    private Project project;

    @SuppressWarnings("NullAway.Init")
    protected ProjectPart() {}

    protected ProjectPart(Project project) {
        this.project = project;
    }

    public final Project project() {
        return project;
    }

    /** Its PPM, or the portfolio office. */
    protected final void requireLeader(Actor by) {
        PPM_OR_OFFICE.require(project.ledBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
    }

    protected final void requireOffice(Actor by) {
        PORTFOLIO_OFFICE_ONLY.require(by.has(Roles.PORTFOLIO_MANAGER));
    }

    @Override
    protected final Access access() {
        return project.access();
    }
}
