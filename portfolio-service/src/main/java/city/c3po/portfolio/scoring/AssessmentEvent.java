package city.c3po.portfolio.scoring;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import java.time.Instant;

/** What happens to an assessment. */
sealed interface AssessmentEvent extends Event {
    record Given(Reference initiative, int revision, boolean conflict, Instant at) implements AssessmentEvent {}

    record Changed(boolean conflict, Instant at) implements AssessmentEvent {}
}
