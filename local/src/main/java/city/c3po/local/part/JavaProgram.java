package city.c3po.local.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part that is a Java program.
 *
 * @param flags JVM flags and system properties
 * @param program what follows the flags: the class path and main class, or {@code -jar}, and the arguments
 * @param jars the files whose change makes a start-up cache worthless
 */
public record JavaProgram(String part, List<String> flags, List<String> program, List<Path> jars) {

    /**
     * Without the second compiler and the counting that it lives on. A start calls many methods often and then never again:
     * this takes two fifths off the processor time of a service's start. Who wants lasting load to run fast says
     * {@code C3PO_COMPILE=fully}.
     */
    private static final List<String> QUICKLY = List.of("-XX:TieredStopAtLevel=1");

    /** Room that a collection finds unused goes back at once: it is most of what an idle service would hold. */
    private static final List<String> SPARINGLY =
            List.of("-Xms32m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20", "-XX:-ShrinkHeapInSteps");

    private static final List<String> READILY = List.of("-Xms64m");

    /** How to compile a part whose start counts more than its load. */
    public static List<String> compiling(Settings settings) {
        return startsCount(settings) ? QUICKLY : List.of();
    }

    /** How to keep the heap of a service, which rests most of the time where its start counts. */
    public static List<String> keeping(Settings settings) {
        return startsCount(settings) ? SPARINGLY : READILY;
    }

    private static boolean startsCount(Settings settings) {
        var how = settings.get("C3PO_COMPILE").orElse("quickly");
        return switch (how) {
            case "quickly" -> true;
            case "fully" -> false;
            default -> throw new BadSetting("C3PO_COMPILE is quickly or fully, not %s.".formatted(how));
        };
    }

    public Launch launch(Home home, Settings settings, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(java().toString());
        command.addAll(flags);
        command.addAll(StartupCache.of(home, settings, part, flags, jars).flags());
        command.addAll(program);
        return new Launch(command, environment);
    }

    /** The JDK that runs this command runs the parts too. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
