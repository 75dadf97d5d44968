package city.c3po.portfolio.schedule.exchange;

import city.c3po.portfolio.schedule.network.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task of a Microsoft Project file comes to.
 *
 * @param at where it stands in the file
 * @param level of the outline
 * @param item null for what is no activity: summaries, and what is left out
 */
record ProjectXmlTask(
        String uid,
        String id,
        String at,
        int level,
        boolean isSummary,
        boolean isLeftOut,
        ScheduleFile.@Nullable Item item,
        List<Said> predecessors) {

    /** A link as the file says it. */
    record Said(String predecessorUid, Link.Type type, int lag, String at) {}
}
