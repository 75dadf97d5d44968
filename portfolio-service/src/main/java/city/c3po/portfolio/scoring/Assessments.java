package city.c3po.portfolio.scoring;

import static city.c3po.portfolio.scoring.ScoringRule.ASSESSOR_WITHOUT_CONFLICT;
import static city.c3po.portfolio.scoring.ScoringRule.MARKED_ONCE;
import static city.c3po.portfolio.scoring.ScoringRule.MODEL_ADOPTED;
import static city.c3po.portfolio.scoring.ScoringRule.UNDER_REVIEW_NOW;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.initiative.Initiative;
import city.c3po.portfolio.initiative.InitiativeState;
import city.c3po.portfolio.initiative.Initiatives;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The assessments, and the initiatives they mark. */
@Singleton
class Assessments extends Aggregates<Assessment, UUID, AssessmentAction> {
    private final Initiatives initiatives;
    private final ScoringModels models;
    private final CityDay day;

    Assessments(EntityManager entities, Journal journal, Initiatives initiatives, ScoringModels models, CityDay day) {
        super(Assessment.class, entities, journal);
        this.initiatives = initiatives;
        this.models = models;
        this.day = day;
    }

    Assessment give(UUID id, Actor by, AssessmentText text, Instant at) {
        var initiative = markable(id, by);
        var model = adopted();
        of(id, initiative.triage().revision()).stream()
                .filter(earlier -> by.is(earlier.assessor()))
                .findFirst()
                .ifPresent(earlier -> {
                    throw MARKED_ONCE.violated(Map.of("assessment", earlier.href()));
                });
        var fresh = new Assessment(by, initiative, model, text, day.of(at).getYear(), at);
        return add(fresh, by, assessment -> assessment.give(model));
    }

    Assessment edit(UUID id, Actor by, Seen seen, UnaryOperator<AssessmentText> better, Instant at) {
        // the initiative first, as everybody who marks or scores does
        var initiative = markable(get(id, by).initiativeId(), by);
        return edit(id, by, seen, AssessmentAction.EDIT, assessment -> {
            UNDER_REVIEW_NOW.require(
                    assessment.revision() == initiative.triage().revision(),
                    Map.of("initiativeState", initiative.initiativeState()));
            return assessment.edit(by, better.apply(assessment.text()), adopted(), at);
        });
    }

    /** The score of what was marked; while the initiative is locked nobody marks any more. */
    Initiative score(UUID id, Actor by, Seen seen, Instant at) {
        return initiatives.score(
                id,
                by,
                seen,
                initiative -> {
                    var model = adopted();
                    int revision = initiative.triage().revision();
                    var given = of(id, revision).stream()
                            .filter(assessment -> assessment.model().equals(model.reference()))
                            .map(Assessment::text)
                            .toList();
                    return Scores.of(model, revision, given, at);
                },
                at);
    }

    private ScoringModel adopted() {
        return models.adopted().orElseThrow(MODEL_ADOPTED::violated);
    }

    private Initiative markable(UUID id, Actor by) {
        var initiative = initiatives.held(id, by);
        ASSESSOR_WITHOUT_CONFLICT.require(!initiative.authors().contains(by.sub())
                && !by.is(initiative.ppm())
                && !by.speaksFor(initiative.proposal().sponsoringDepartment()));
        UNDER_REVIEW_NOW.require(
                initiative.initiativeState() == InitiativeState.UNDER_REVIEW,
                Map.of("initiativeState", initiative.initiativeState()));
        return initiative;
    }

    private List<Assessment> of(UUID initiative, int revision) {
        return entities()
                .createQuery(
                        "from Assessment where initiativeId = :initiative and revision = :revision order by id",
                        Assessment.class)
                .setParameter("initiative", initiative)
                .setParameter("revision", revision)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }
}
