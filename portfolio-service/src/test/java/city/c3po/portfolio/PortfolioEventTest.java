package city.c3po.portfolio;

import city.c3po.testing.WithInfra;
import city.c3po.testing.contract.JournalCheck;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is really journalled is what the contracts promise. */
@QuarkusTest
@WithInfra(value = "portfolio", consumes = "charter")
class PortfolioEventTest extends JournalCheck {
    @Override
    protected String key() {
        return "portfolio";
    }

    @Override
    protected Collection<String> emittedTypes() {
        var types = new ArrayList<String>();
        types.addAll(facts("city.c3po.portfolio.initiative.InitiativeEvent", "initiative"));
        types.addAll(facts("city.c3po.portfolio.triage.TriagePolicyEvent", "triagePolicy"));
        types.addAll(facts("city.c3po.portfolio.project.ProjectEvent", "project"));
        types.addAll(facts("city.c3po.portfolio.schedule.ScheduleEvent", "schedule"));
        types.addAll(facts("city.c3po.portfolio.baseline.BaselineEvent", "baseline"));
        types.addAll(facts("city.c3po.portfolio.changerequest.ChangeRequestEvent", "changeRequest"));
        types.addAll(facts("city.c3po.portfolio.progress.ProgressPeriodEvent", "progressPeriod"));
        types.addAll(facts("city.c3po.portfolio.statusreport.StatusReportEvent", "statusReport"));
        types.addAll(facts("city.c3po.portfolio.statusreport.DivergenceEvent", "divergence"));
        types.addAll(facts("city.c3po.portfolio.statusreport.ResponsePlanEvent", "responsePlan"));
        types.addAll(facts("city.c3po.portfolio.resource.CapacityEvent", "capacity"));
        types.addAll(facts("city.c3po.portfolio.resource.AllocationEvent", "allocation"));
        types.addAll(facts("city.c3po.portfolio.benefit.BenefitEvent", "benefit"));
        types.addAll(facts("city.c3po.portfolio.risk.RiskEvent", "risk"));
        types.addAll(facts("city.c3po.portfolio.issue.IssueEvent", "issue"));
        types.addAll(facts("city.c3po.portfolio.forecast.ForecastRunEvent", "forecastRun"));
        types.addAll(facts("city.c3po.portfolio.program.ProgramEvent", "program"));
        types.addAll(facts("city.c3po.portfolio.product.ProductEvent", "product"));
        types.addAll(facts("city.c3po.portfolio.goal.GoalEvent", "goal"));
        types.addAll(facts("city.c3po.portfolio.lesson.LessonEvent", "lesson"));
        types.addAll(facts("city.c3po.portfolio.scoring.ScoringModelEvent", "scoringModel"));
        types.addAll(facts("city.c3po.portfolio.scoring.AssessmentEvent", "assessment"));
        types.addAll(facts("city.c3po.portfolio.board.BoardEvent", "board"));
        types.addAll(facts("city.c3po.portfolio.board.MeetingEvent", "meeting"));
        types.addAll(facts("city.c3po.portfolio.board.DecisionEvent", "decision"));
        types.addAll(facts("city.c3po.portfolio.board.RankingEvent", "ranking"));
        types.addAll(facts("city.c3po.portfolio.policy.PolicyEvent", "policy"));
        types.addAll(facts("city.c3po.portfolio.learning.SupportEngagementEvent", "supportEngagement"));
        types.addAll(facts("city.c3po.portfolio.learning.TrainingEvent", "training"));
        for (var kind : List.of("department", "person", "vendor", "fundingLine", "calendar")) {
            types.addAll(facts("city.c3po.portfolio.reference.ReferenceEvent", kind));
        }
        return types;
    }

    @Override
    protected void tellEverything() throws Exception {
        Story.tell();
    }
}
