package city.c3po.portfolio.schedule.network;

import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.Activity.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The slow and obvious way: put everything at its earliest and push by a day whatever breaks a rule, until nothing does; then
 * put everything at its latest and pull by a day whatever breaks one. No order, no graph, no formula for a float: an activity
 * is moved by hand until somebody notices. Days are found by walking a list.
 */
final class PushAndPull {
    private static final int BEFORE = 1500;

    private final Network network;
    private final List<LocalDate> days = new ArrayList<>();
    private final int dataDay;
    private final Map<String, Integer> length = new HashMap<>();
    final Map<String, Integer> start = new HashMap<>();
    final Map<String, Integer> lateStart = new HashMap<>();
    private int end;

    PushAndPull(Network network, CityCalendar calendar, LocalDate dataDate) {
        this.network = network;
        var day = network.projectStart();
        while (!calendar.isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        for (var back = day; days.size() < BEFORE; ) {
            back = back.minusDays(1);
            if (calendar.isBusinessDay(back)) {
                days.addFirst(back);
            }
        }
        for (; days.size() < BEFORE * 2; day = day.plusDays(1)) {
            if (calendar.isBusinessDay(day)) {
                days.add(day);
            }
        }
        dataDay = Math.max(BEFORE, onOrAfter(dataDate));
        for (var one : network.activities()) {
            length.put(one.id(), length(one, dataDate));
            start.put(one.id(), one.progress() == Progress.FINISHED ? actualStart(one) : dataDay);
        }
        push();
        pull();
    }

    private int length(Activity one, LocalDate dataDate) {
        if (one.progress() == Progress.FINISHED) {
            return Math.max(0, actualFinish(one) - actualStart(one));
        }
        if (one.progress() == Progress.RUNNING) {
            if (one.remaining() != null) {
                return one.remaining();
            }
            int worked = (int) days.stream()
                    .filter(day -> !day.isBefore(one.actualStart()) && day.isBefore(dataDate))
                    .count();
            return Math.max(1, one.duration() - worked);
        }
        return one.duration();
    }

    private void push() {
        for (boolean moved = true; moved; ) {
            moved = false;
            for (var one : network.activities()) {
                if (floats(one) && breaksEarly(one, start)) {
                    start.merge(one.id(), 1, Integer::sum);
                    moved = true;
                }
            }
        }
        end = network.activities().stream()
                .filter(one -> one.kind() != Kind.LEVEL_OF_EFFORT)
                .mapToInt(one -> finish(one.id()))
                .max()
                .orElse(BEFORE);
    }

    private boolean breaksEarly(Activity one, Map<String, Integer> at) {
        int s = at.get(one.id());
        int f = s + length.get(one.id());
        boolean planned = one.progress() == Progress.PLANNED;
        for (var constraint : one.constraints()) {
            boolean broken = switch (constraint.type()) {
                case SNET, MSO -> planned && s < point(one, onOrAfter(constraint.date()), true);
                case FNET, MFO -> f < point(one, onOrAfter(constraint.date()), false);
                case SNLT, FNLT, DEADLINE -> false;
            };
            if (broken) {
                return true;
            }
        }
        return s < dataDay
                || network.links().stream().anyMatch(link -> link.successor().equals(one.id()) && breaks(link, at));
    }

    /** As the package says it, word by word. */
    boolean breaks(Link link, Map<String, Integer> at) {
        var i = activity(link.predecessor());
        int startOfI = i.progress() == Progress.PLANNED ? at.get(i.id()) : actualStart(i);
        int finishOfI = at.get(i.id()) + length.get(i.id());
        int startOfJ = at.get(link.successor());
        int finishOfJ = startOfJ + length.get(link.successor());
        return switch (link.type()) {
            case FS -> startOfJ < finishOfI + link.lag();
            case SS -> startOfJ < startOfI + link.lag();
            case FF -> finishOfJ < finishOfI + link.lag();
            case SF -> finishOfJ < startOfI + link.lag();
        };
    }

    private void pull() {
        for (var one : network.activities()) {
            lateStart.put(one.id(), floats(one) ? end - length.get(one.id()) : start.get(one.id()));
        }
        for (boolean moved = true; moved; ) {
            moved = false;
            for (var one : network.activities()) {
                if (floats(one) && breaksLate(one)) {
                    lateStart.merge(one.id(), -1, Integer::sum);
                    moved = true;
                }
            }
        }
    }

    private boolean breaksLate(Activity one) {
        int s = lateStart.get(one.id());
        int f = s + length.get(one.id());
        boolean planned = one.progress() == Progress.PLANNED;
        for (var constraint : one.constraints()) {
            boolean broken = switch (constraint.type()) {
                case SNLT -> planned && s > point(one, onOrBefore(constraint.date()), true);
                case MSO -> planned && s > point(one, onOrAfter(constraint.date()), true);
                case FNLT, DEADLINE -> f > point(one, onOrBefore(constraint.date()), false);
                case MFO -> f > point(one, onOrAfter(constraint.date()), false);
                case SNET, FNET -> false;
            };
            if (broken) {
                return true;
            }
        }
        return network.links().stream()
                .anyMatch(link -> link.predecessor().equals(one.id()) && moves(link) && breaks(link, lateStart));
    }

    /** Whether a later predecessor can move the successor at all. */
    private boolean moves(Link link) {
        return floats(activity(link.successor()))
                && (link.type().fromFinish() || activity(link.predecessor()).progress() == Progress.PLANNED);
    }

    int totalFloat(String id) {
        return lateStart.get(id) - start.get(id);
    }

    /** Moves one activity day by day while all others stay, until a link or the project's finish notices. */
    int freeFloat(String id) {
        var moved = new HashMap<>(start);
        for (int days = 0; ; days++) {
            moved.put(id, start.get(id) + days + 1);
            boolean noticed = moved.get(id) + length.get(id) > end
                    || network.links().stream()
                            .anyMatch(link -> link.predecessor().equals(id) && moves(link) && breaks(link, moved));
            if (noticed) {
                return days;
            }
        }
    }

    boolean floats(Activity one) {
        return one.kind() != Kind.LEVEL_OF_EFFORT && one.progress() != Progress.FINISHED;
    }

    int finish(String id) {
        return start.get(id) + length.get(id);
    }

    int lateFinish(String id) {
        return lateStart.get(id) + length.get(id);
    }

    LocalDate firstDay(Activity one, int point) {
        return days.get(closes(one) ? point - 1 : point);
    }

    LocalDate lastDay(Activity one, int point) {
        return days.get(one.kind() == Kind.MILESTONE && !closes(one) ? point : point - 1);
    }

    LocalDate dataDay() {
        return days.get(dataDay);
    }

    private int point(Activity one, int day, boolean ofStart) {
        return (one.kind() == Kind.MILESTONE ? !closes(one) : ofStart) ? day : day + 1;
    }

    private boolean closes(Activity one) {
        return one.kind() == Kind.MILESTONE
                && network.links().stream()
                        .anyMatch(link -> link.successor().equals(one.id())
                                && (link.type() == Link.Type.FS || link.type() == Link.Type.FF));
    }

    private int actualStart(Activity one) {
        return closes(one) ? onOrBefore(one.actualStart()) + 1 : onOrAfter(one.actualStart());
    }

    private int actualFinish(Activity one) {
        return one.kind() == Kind.MILESTONE && !closes(one)
                ? onOrAfter(one.actualFinish())
                : onOrBefore(one.actualFinish()) + 1;
    }

    private int onOrAfter(LocalDate date) {
        int number = 0;
        while (days.get(number).isBefore(date)) {
            number++;
        }
        return number;
    }

    private int onOrBefore(LocalDate date) {
        int number = days.size() - 1;
        while (days.get(number).isAfter(date)) {
            number--;
        }
        return number;
    }

    private Activity activity(String id) {
        return network.activities().get(network.indexOf(id));
    }
}
