package city.c3po.reporting.model;

import city.c3po.reporting.log.Op;
import city.c3po.reporting.model.LogStates.Told;
import city.c3po.reporting.model.Measure.Phase;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Opening + new + reopened + entered − closed − withdrawn − left = closing, per measure and department.
 *
 * <p>The three parts come from three places: the opening is what the last published report printed as its closing, the
 * movements are read line by line from the log between the two reports, the closing is counted from how everything
 * stands at the end. So when they add up, nothing was forgotten and nothing was told twice.
 */
public final class RollForward {
    /** What moved, and what stands, in one department. */
    public static final class Row {
        private final Measure measure;
        private final String department;
        long opening;
        long fresh;
        long reopened;
        long entered;
        long closed;
        long withdrawn;
        long left;
        long closing;

        Row(Measure measure, String department) {
            this.measure = measure;
            this.department = department;
        }

        public Measure measure() {
            return measure;
        }

        public String department() {
            return department;
        }

        boolean balances() {
            return opening + fresh + reopened + entered - closed - withdrawn - left == closing;
        }

        /** For a problem: the figures of a row that does not add up. */
        public Map<String, Object> facts() {
            return Map.of(
                    "measure", measure.word(),
                    "department", department,
                    "opening", opening,
                    "new", fresh,
                    "reopened", reopened,
                    "entered", entered,
                    "closed", closed,
                    "withdrawn", withdrawn,
                    "left", left,
                    "closing", closing);
        }
    }

    /** A record that is open at the end of a report. */
    public record Standing(Measure measure, String subject, String department) {}

    /**
     * Where one record stands.
     *
     * @param phase null where it is out of sight: removed, erased or confidential
     */
    private record Place(@Nullable Phase phase, String department) {
        boolean open() {
            return phase == Phase.OPEN;
        }
    }

    private static final Place NEVER = new Place(Phase.NOT_YET, Measure.NO_DEPARTMENT);

    private final Map<Measure, TreeMap<String, Row>> rows = new TreeMap<>();
    private final Map<String, Place> places = new HashMap<>();

    RollForward() {
        for (var measure : Measure.values()) {
            rows.put(measure, new TreeMap<>());
        }
    }

    /** As the last published report printed it. */
    void open(JsonNode rollForward) {
        for (var printed : rollForward) {
            var measure = Measure.valueOf(printed.path("measure").asText().toUpperCase(Locale.ROOT));
            row(measure, printed.path("department").asText()).opening =
                    printed.path("closing").asLong();
        }
    }

    /** Where records stood then, that were not open; for the ones that move now. */
    void remember(Measure measure, Collection<Told> then) {
        for (var told : then) {
            places.put(told.key(), place(measure, told));
        }
    }

    /** Where the open ones stood when the last report was frozen; what was erased since is still known to have been. */
    void remember(Collection<Standing> standings) {
        for (var standing : standings) {
            places.put(
                    standing.measure().type() + "/" + standing.subject(), new Place(Phase.OPEN, standing.department()));
        }
    }

    /** One line of the log, in its order. */
    void move(Measure measure, Told told) {
        if (told.op() == Op.GAP || told.op() == Op.GAP_RESOLVED) {
            return;
        }
        var before = places.getOrDefault(told.key(), NEVER);
        var after = place(measure, told);
        places.put(told.key(), after);
        if (before.open() && after.open()) {
            if (!before.department().equals(after.department())) {
                row(measure, before.department()).left++;
                row(measure, after.department()).entered++;
            }
        } else if (before.open()) {
            var row = row(measure, before.department());
            switch (after.phase()) {
                case CLOSED -> row.closed++;
                case WITHDRAWN -> row.withdrawn++;
                case NOT_YET, OPEN -> row.left++;
                case null -> row.left++;
            }
        } else if (after.open()) {
            var row = row(measure, after.department());
            switch (before.phase()) {
                case NOT_YET, OPEN -> row.fresh++;
                case CLOSED, WITHDRAWN -> row.reopened++;
                case null -> row.entered++;
            }
        }
    }

    /** Counted from how everything stands at the end. */
    List<Standing> close(Measure measure, Collection<Told> now) {
        var open = now.stream()
                .filter(told -> place(measure, told).open())
                .map(told ->
                        new Standing(measure, told.id(), place(measure, told).department()))
                .toList();
        open.forEach(standing -> row(measure, standing.department()).closing++);
        return open;
    }

    private static Place place(Measure measure, Told told) {
        if (!told.hasState()) {
            return new Place(null, Measure.NO_DEPARTMENT);
        }
        var state = told.state();
        return new Place(measure.phase(state), Measure.department(state));
    }

    private Row row(Measure measure, String department) {
        return rows.get(measure).computeIfAbsent(department, name -> new Row(measure, name));
    }

    List<Row> rows() {
        return rows.values().stream()
                .flatMap(byDepartment -> byDepartment.values().stream())
                .toList();
    }

    List<Row> unbalanced() {
        return rows().stream().filter(row -> !row.balances()).toList();
    }
}
