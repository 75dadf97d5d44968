package city.c3po.bench.measure;

import city.c3po.bench.figure.Outcome;
import java.util.List;

/** One question to the suite. A new one joins by a line in {@link #ALL}. */
public interface Measure {
    /**
     * In the order of running: a small database first, the measures that fill it last. The change log is made long early:
     * what comes after it must not notice. What is measured at a given rate comes after what warms the same code.
     */
    List<Measure> ALL = List.of(
            new StartUp(),
            new ReadById(),
            new GatewayOverhead(),
            new IdleStreams(),
            new FilteredList(),
            new DashboardLoad(),
            new DeltaPage(),
            new Pollers(),
            new TakeIn(),
            new Transition(),
            new Intake(),
            new CommitToVisible(),
            new FeedImport(),
            new Upkeep(),
            new Rebuild());

    /** For {@code --only}, and for the marked place in the document. */
    String name();

    /** What is measured, in a sentence. */
    String question();

    Outcome run(Workbench bench) throws InterruptedException;
}
