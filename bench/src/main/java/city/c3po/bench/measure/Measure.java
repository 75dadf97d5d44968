package city.c3po.bench.measure;

import city.c3po.bench.figure.Outcome;
import java.util.List;

/** One question to the suite. A new one joins by a line in {@link #ALL}. */
public interface Measure {
    /** In the order of running: a small database first, the measure that fills it last. */
    List<Measure> ALL = List.of(new StartUp(), new ReadById(), new CommitToVisible(), new Intake());

    /** For {@code --only}, and for the marked place in the document. */
    String name();

    /** What is measured, in a sentence. */
    String question();

    Outcome run(Workbench bench) throws InterruptedException;
}
