package city.c3po.portfolio.board;

import city.c3po.platform.value.Reference;
import city.c3po.portfolio.feasibility.ReferenceClass;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An initiative on the docket of a meeting. A value: each change makes another one.
 *
 * @param barred those who wrote it: they are recused by what they are
 * @param lost motions that were not carried
 */
@Schema(name = "DocketItem", description = "An initiative on the docket of a meeting.")
record DocketItem(
        UUID id,
        Reference initiative,
        State state,

        @Schema(description = "Subjects of those who wrote it; they take no part.")
        List<String> barred,

        List<Recusal> recusals,

        @Schema(description = "The motion that is put.") @Nullable Motion motion,

        @Schema(description = "Motions that were not carried.")
        List<Motion> lost,

        @Nullable Reference decision,

        @Schema(description = "How much the city's own projects of this kind overran, as known when it was docketed.")
        @Nullable ReferenceClass referenceClass) {

    /** Where an item stands. */
    @Schema(name = "DocketItemState")
    enum State {
        PENDING,
        DECIDED,
        /** The meeting ended before it was decided. */
        CARRIED_OVER,
        REMOVED
    }

    DocketItem {
        barred = List.copyOf(barred);
        recusals = List.copyOf(recusals);
        lost = List.copyOf(lost);
    }

    boolean pending() {
        return state == State.PENDING;
    }

    boolean recused(String person) {
        return barred.contains(person)
                || recusals.stream().anyMatch(recusal -> recusal.person().equals(person));
    }

    DocketItem in(State next) {
        return new DocketItem(id, initiative, next, barred, recusals, motion, lost, decision, referenceClass);
    }

    DocketItem with(Recusal recusal) {
        var all = Stream.concat(recusals.stream(), Stream.of(recusal)).toList();
        return new DocketItem(id, initiative, state, barred, all, motion, lost, decision, referenceClass);
    }

    DocketItem with(Motion put) {
        return new DocketItem(id, initiative, state, barred, recusals, put, lost, decision, referenceClass);
    }

    DocketItem losing() {
        var all = Stream.concat(lost.stream(), Stream.of(Objects.requireNonNull(motion)))
                .toList();
        return new DocketItem(id, initiative, state, barred, recusals, null, all, decision, referenceClass);
    }

    DocketItem decidedBy(Reference made) {
        return new DocketItem(id, initiative, State.DECIDED, barred, recusals, motion, lost, made, referenceClass);
    }
}
