package city.c3po.portfolio.initiative;

import city.c3po.platform.value.Reference;
import city.c3po.portfolio.triage.Aggregation;
import city.c3po.portfolio.triage.TriagePolicy;
import java.util.List;
import java.util.Optional;

/** What an initiative is judged by when it is submitted or revised, asked for only then. */
@FunctionalInterface
interface Surroundings {
    TriagePolicy policy();

    /** Others of its department that look like parts of the same. */
    default Optional<Aggregation> together(Initiative initiative, TriagePolicy policy) {
        return Optional.empty();
    }

    default List<SimilarInitiative> similar(Initiative initiative) {
        return List.of();
    }

    /** Lessons with a tag that it has as well. */
    default List<Reference> lessons(List<String> tags) {
        return List.of();
    }
}
