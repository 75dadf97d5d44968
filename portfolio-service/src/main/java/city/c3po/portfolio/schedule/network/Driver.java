package city.c3po.portfolio.schedule.network;

import org.jspecify.annotations.Nullable;

/**
 * What a date follows from. Where several hold it equally, a link is named before a constraint, a constraint before the data
 * date, and the link that was given first before the others.
 */
public sealed interface Driver {
    /** It has happened. */
    record Actual() implements Driver {}

    /** Early dates are driven by the link's predecessor, late dates by its successor. */
    record ByLink(Link driving) implements Driver {
        @Override
        public Link link() {
            return driving;
        }
    }

    record ByConstraint(Constraint constraint) implements Driver {}

    /** Nothing still to be done starts earlier. */
    record DataDate() implements Driver {}

    record ProjectStart() implements Driver {}

    /** No late finish is later; also the end of a level of effort that serves the whole project. */
    record ProjectFinish() implements Driver {}

    /** The duration, counted from its start: the finish of a level of effort. */
    record Duration() implements Driver {}

    /** The driving link, where one drives. */
    default @Nullable Link link() {
        return null;
    }
}
