package city.c3po.local;

import city.c3po.local.part.Memory;
import city.c3po.local.part.Part;
import city.c3po.local.part.PartProcess;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints a line for each part. Ends with 0 only if all are ready, so that scripts can ask. */
@Command(name = "status")
final class Status implements Callable<Integer> {
    private final Desk desk;

    Status(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var parts = desk.suite().parts();
        line("PART", "STATE", "PID", "PORT", "MEMORY", "ADDRESS");
        var allReady = true;
        var kilobytes = 0L;
        for (var part : parts) {
            var process = new PartProcess(desk.home(), part.name());
            var running = process.running();
            var state = state(part, process);
            var memory = running.map(Memory::kilobytes).orElse(0L);
            line(
                    part.name(),
                    state,
                    running.map(handle -> Long.toString(handle.pid())).orElse("-"),
                    port(part),
                    running.isPresent() ? memory / 1024 + " MiB" : "-",
                    part.address());
            allReady &= state.equals("ready");
            kilobytes += memory;
        }
        line("", "", "", "", kilobytes / 1024 + " MiB", "");
        return allReady ? 0 : 1;
    }

    private static String state(Part part, PartProcess process) {
        return switch (process.state()) {
            case RUNNING -> part.answers() ? "ready" : "not ready";
            case DIED -> "died";
            case STOPPED -> "stopped";
        };
    }

    private static String port(Part part) {
        var main = part.ports().containsKey(part.name())
                ? part.name()
                : part.ports().keySet().iterator().next();
        return Integer.toString(part.ports().get(main));
    }

    private void line(String part, String state, String pid, String port, String memory, String address) {
        var text = String.format(Locale.ROOT, "%-10s %-10s %8s %6s %10s  %s", part, state, pid, port, memory, address);
        desk.out().println(text.stripTrailing());
    }
}
