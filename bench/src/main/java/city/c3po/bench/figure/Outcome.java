package city.c3po.bench.figure;

import java.util.Collection;
import java.util.List;

/**
 * What became of one measure.
 *
 * @param notes what a reader must know to believe the figures: what was missing, what scattered, how it was done
 */
public record Outcome(String measure, State state, List<Figure> figures, List<String> notes) {
    public enum State {
        MEASURED,
        /** A program that it needs is not on this machine. */
        SKIPPED,
        /** It ran, and what it saw cannot be trusted. */
        FAILED
    }

    public Outcome {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }

    public static Outcome measured(String measure, Collection<Figure> figures, Collection<String> notes) {
        return new Outcome(measure, State.MEASURED, List.copyOf(figures), List.copyOf(notes));
    }

    public static Outcome skipped(String measure, String why) {
        return new Outcome(measure, State.SKIPPED, List.of(), List.of(why));
    }

    public static Outcome failed(String measure, String why) {
        return new Outcome(measure, State.FAILED, List.of(), List.of(why));
    }

    /** As it stands in the document and on the terminal. */
    public String markdown() {
        var text = new StringBuilder();
        if (!figures.isEmpty()) {
            text.append(Table.of(figures));
        }
        if (!figures.isEmpty() && !notes.isEmpty()) {
            text.append('\n');
        }
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        return text.toString();
    }
}
