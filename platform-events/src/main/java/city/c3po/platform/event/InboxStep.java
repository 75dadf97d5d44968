package city.c3po.platform.event;

import java.time.Instant;
import java.util.Optional;

/** What a consumer is told, in the order in which it must act. */
public sealed interface InboxStep {
    String source();

    /** The next event of its subject. */
    record Taken(InboxEvent event) implements InboxStep {
        @Override
        public String source() {
            return event.source();
        }
    }

    /**
     * From now on the subject's events wait: one is missing, cannot be read, or cannot be sent by its owner.
     *
     * @param at when the first event that waits was recorded, or since when its owner cannot send
     * @param waiting the event that came too early, where it can be read
     */
    record GapOpened(String source, InboxSubject subject, Instant at, Optional<InboxEvent> waiting)
            implements InboxStep {}

    /** All that waited has been taken. */
    record GapClosed(String source, InboxSubject subject, Instant at) implements InboxStep {}

    /**
     * The source begins again: it was restored, or something was erased from its journal. All its events come once
     * more, from version 1; what does not come again is no more.
     */
    record Rewound(String source, int epoch, Instant at) implements InboxStep {}
}
