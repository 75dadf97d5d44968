package city.c3po.local.part;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What the suite knows about one of its processes: how to start it, and how to tell that it is ready. */
public interface Part {

    String name();

    /** Parts that must be ready before this one starts, and that stop after it. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Names and numbers of the ports that this part listens on; the first is the one people care about. */
    Map<String, Integer> ports();

    /** Where to reach it. */
    String address();

    /** Where the other parts reach it, which may be a way that somebody has put before it. */
    default String reachedAt() {
        return address();
    }

    /** What depends on the build alone and not on a home: unpacked programs. The build does it, so that a start need not. */
    default void install(Progress progress) {}

    /** Whatever must be there before the process starts: unpacked files, a data folder. Cheap when all is there. */
    default void prepare(Progress progress) {}

    Launch launch();

    /** One quick look: does it do its job now? */
    boolean answers();

    /** What is created inside the running part, as databases and topics are. Repeatable. */
    default void settle() {}

    /** The signal that makes it finish its work and leave. */
    default String farewell() {
        return "TERM";
    }

    /** A start that failed for a reason that passes, so that trying again is right. */
    default boolean passing(String log) {
        return false;
    }

    /** How long a start may take before it counts as hung, on the slowest and busiest machine. */
    default Duration patience() {
        return Duration.ofMinutes(4);
    }
}
