package city.c3po.charter.signing;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when a seat shall answer, and how often it was told so. */
@Embeddable
class Urging {
    private @Nullable Instant due;
    private int reminders;
    private boolean escalated;

    protected Urging() {}

    Urging(@Nullable Instant due) {
        this.due = due;
    }

    /** The number of this reminder, from 1. */
    int remind() {
        return ++reminders;
    }

    void escalate() {
        escalated = true;
    }

    @Nullable Instant due() {
        return due;
    }

    int reminders() {
        return reminders;
    }

    boolean escalated() {
        return escalated;
    }
}
