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
     * The second compiler waits until a method has proven that it is worth its time, ten times longer than usual. A start
     * calls many methods often and then never again: compiling them twice took half of its processor time. Who wants lasting
     * load to run fast from the beginning says {@code C3PO_COMPILE=soon}.
     */
    private static final List<String> COMPILE_LATE = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /** What to give every part whose start counts more than its first minutes of load. */
    public static List<String> compiling(Settings settings) {
        return settings.get("C3PO_COMPILE").orElse("late").equals("soon") ? List.of() : COMPILE_LATE;
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
