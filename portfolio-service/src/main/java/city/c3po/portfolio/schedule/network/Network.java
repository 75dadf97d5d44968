package city.c3po.portfolio.schedule.network;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Activities and links that fit together: every link has two ends, and no activity waits for itself. */
public final class Network {
    public static final int MOST_ACTIVITIES = 20_000;
    public static final int MOST_LINKS = 100_000;

    private final LocalDate projectStart;
    private final List<Activity> activities;
    private final List<Link> links;
    private final Map<String, Integer> index;
    private final int[] order;

    private Network(
            LocalDate projectStart,
            List<Activity> activities,
            List<Link> links,
            Map<String, Integer> index,
            int[] order) {
        this.projectStart = projectStart;
        this.activities = activities;
        this.links = links;
        this.index = index;
        this.order = order;
    }

    /** @throws city.c3po.platform.rule.RuleViolation by {@link NetworkRule}; pointers read as in {@code {activities, links}} */
    public static Network of(LocalDate projectStart, List<Activity> activities, List<Link> links) {
        new Soundness(projectStart, activities, links).require();
        var index = new HashMap<String, Integer>(activities.size() * 2);
        for (int i = 0; i < activities.size(); i++) {
            index.put(activities.get(i).id(), i);
        }
        var order = new Precedence(activities, links, index).order();
        return new Network(projectStart, List.copyOf(activities), List.copyOf(links), index, order);
    }

    public LocalDate projectStart() {
        return projectStart;
    }

    public List<Activity> activities() {
        return activities;
    }

    public List<Link> links() {
        return links;
    }

    /** @throws IllegalArgumentException when there is no such activity */
    public int indexOf(String activity) {
        var found = index.get(activity);
        if (found == null) {
            throw new IllegalArgumentException("no activity " + activity);
        }
        return found;
    }

    public boolean has(String activity) {
        return index.containsKey(activity);
    }

    /** Indexes of all activities, every predecessor before its successors. */
    int[] order() {
        return order;
    }
}
