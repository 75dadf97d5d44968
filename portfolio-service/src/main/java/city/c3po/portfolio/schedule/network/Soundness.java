package city.c3po.portfolio.schedule.network;

import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.schedule.network.Activity.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at every activity and link on its own, and tells all that is wrong at once. */
final class Soundness {
    /** Forty years of working days: more is a typing error. */
    static final int LONGEST = 10_000;

    private static final int YEARS = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_FAULTS = 100;

    private final LocalDate projectStart;
    private final List<Activity> activities;
    private final List<Link> links;
    private final List<Fault> faults = new ArrayList<>();

    Soundness(LocalDate projectStart, List<Activity> activities, List<Link> links) {
        this.projectStart = projectStart;
        this.activities = activities;
        this.links = links;
    }

    void require() {
        boolean ordinary = projectStart.getYear() >= FIRST_YEAR && projectStart.getYear() <= LAST_YEAR;
        if (!ordinary) {
            throw NetworkRule.SOUND_NETWORK.violated(List.of(new Fault("/start", "too-far", "between 1900 and 2200")));
        }
        check("/activities", activities.size() <= Network.MOST_ACTIVITIES, "too-many", "at most 20,000 activities");
        check("/activities", !activities.isEmpty(), "empty", "a schedule has at least one activity");
        check("/links", links.size() <= Network.MOST_LINKS, "too-many", "at most 100,000 links");
        var kinds = new HashMap<String, Kind>();
        for (int i = 0; i < activities.size() && faults.size() < MOST_FAULTS; i++) {
            activity("/activities/" + i, activities.get(i), kinds);
        }
        var seen = new HashSet<Link>();
        for (int i = 0; i < links.size() && faults.size() < MOST_FAULTS; i++) {
            link("/links/" + i, links.get(i), kinds, seen);
        }
        if (!faults.isEmpty()) {
            throw NetworkRule.SOUND_NETWORK.violated(faults);
        }
    }

    private void activity(String at, Activity activity, Map<String, Kind> kinds) {
        check(at + "/id", !activity.id().isBlank(), "blank", "an activity has an id");
        check(at + "/id", kinds.putIfAbsent(activity.id(), activity.kind()) == null, "twice", "each id occurs once");
        int days = activity.duration();
        switch (activity.kind()) {
            case TASK -> check(at + "/duration", days >= 1, "too-short", "a task lasts at least one working day");
            case MILESTONE -> check(at + "/duration", days == 0, "not-zero", "a milestone has no duration");
            case LEVEL_OF_EFFORT -> check(at + "/duration", days >= 0, "negative", "a duration is not negative");
        }
        check(at + "/duration", days <= LONGEST, "too-long", "at most 10,000 working days");
        actuals(at, activity);
        for (int i = 0; i < activity.constraints().size(); i++) {
            near(
                    at + "/constraints/" + i + "/date",
                    activity.constraints().get(i).date());
        }
    }

    private void actuals(String at, Activity activity) {
        var start = activity.actualStart();
        var finish = activity.actualFinish();
        var remaining = activity.remaining();
        if (start != null) {
            near(at + "/actualStart", start);
        }
        if (finish != null) {
            near(at + "/actualFinish", finish);
            check(at + "/actualStart", start != null, "missing", "what is finished has started");
            check(
                    at + "/actualFinish",
                    start == null || !finish.isBefore(start),
                    "before-start",
                    "finished before start");
        }
        if (activity.kind() == Kind.MILESTONE && start != null) {
            check(
                    at + "/actualFinish",
                    start.equals(finish),
                    "not-a-moment",
                    "a milestone starts and finishes on one day");
        }
        if (remaining != null) {
            boolean running = activity.progress() == Progress.RUNNING;
            check(at + "/remaining", running || remaining == 0, "not-running", "only what runs has work remaining");
            check(at + "/remaining", !running || remaining >= 1, "too-short", "at least a day, or it is finished");
            check(at + "/remaining", remaining <= LONGEST, "too-long", "at most 10,000 working days");
        }
    }

    private void link(String at, Link link, Map<String, Kind> kinds, Set<Link> seen) {
        check(at + "/predecessor", kinds.containsKey(link.predecessor()), "dangling", "no such activity");
        check(at + "/successor", kinds.containsKey(link.successor()), "dangling", "no such activity");
        check(
                at + "/predecessor",
                kinds.get(link.predecessor()) != Kind.LEVEL_OF_EFFORT,
                "effort-drives",
                "a level of effort drives nothing: link what it serves to it instead");
        check(at + "/lag", Math.abs((long) link.lag()) <= LONGEST, "too-long", "at most 10,000 working days");
        var once = new Link(link.predecessor(), link.successor(), link.type(), 0);
        check(at, seen.add(once), "twice", "two activities are linked once in each way");
    }

    private void near(String at, LocalDate date) {
        boolean near = date.isAfter(projectStart.minusYears(YEARS)) && date.isBefore(projectStart.plusYears(YEARS));
        check(at, near, "too-far", "within a hundred years of the project's start");
    }

    private void check(String at, boolean holds, String code, String detail) {
        if (!holds) {
            faults.add(new Fault(at, code, detail));
        }
    }
}
