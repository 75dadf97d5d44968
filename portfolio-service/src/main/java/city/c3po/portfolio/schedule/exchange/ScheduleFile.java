package city.c3po.portfolio.schedule.exchange;

import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.Network;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as files have it.
 *
 * @param statusDate the data date; null where the file has none
 * @param notices what the file says that a schedule of ours does not keep, each with its place
 */
public record ScheduleFile(
        String title,
        LocalDate start,
        @Nullable LocalDate statusDate,
        List<Item> items,
        List<Link> links,
        List<Fault> notices) {

    /** An activity with its name and its place in the work breakdown structure. */
    public record Item(Activity activity, String title, String wbs) {}

    public ScheduleFile {
        items = List.copyOf(items);
        links = List.copyOf(links);
        notices = List.copyOf(notices);
    }

    public ScheduleFile(
            String title, LocalDate start, @Nullable LocalDate statusDate, List<Item> items, List<Link> links) {
        this(title, start, statusDate, items, links, List.of());
    }

    /** @throws city.c3po.platform.rule.RuleViolation as {@link Network#of} does */
    public Network network() {
        return Network.of(start, items.stream().map(Item::activity).toList(), links);
    }
}
