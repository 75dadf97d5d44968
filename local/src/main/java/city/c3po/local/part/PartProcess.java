package city.c3po.local.part;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The running (or dead) process of a part, found again by its pid file from any command. */
public final class PartProcess {
    public enum State {
        RUNNING,
        DIED,
        STOPPED
    }

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final long LOG_LIMIT = 20L * 1024 * 1024;
    // A pid is reused sooner or later; a process that began at another time is not ours. Clocks may be adjusted a bit.
    private static final Duration SAME_START = Duration.ofSeconds(10);

    private final String part;
    private final Path pidFile;
    private final Path log;

    public PartProcess(Home home, String part) {
        this.part = part;
        this.pidFile = Home.create(home.processes()).resolve(part + ".pid");
        this.log = Home.create(home.logs()).resolve(part + ".log");
    }

    public State state() {
        if (!Files.exists(pidFile)) {
            return State.STOPPED;
        }
        return running().isPresent() ? State.RUNNING : State.DIED;
    }

    public Optional<ProcessHandle> running() {
        try {
            var words = Files.readString(pidFile).strip().split(" ");
            var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> process.isAlive() && !isZombie(process) && began(process, started));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Dead, but not yet buried by its parent, which in a container may never do it. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).startsWith(" Z");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean began(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(begin -> Duration.between(begin, started).abs().compareTo(SAME_START) < 0)
                .orElse(true);
    }

    public void launch(Launch launch) {
        try {
            keepLogShort();
            var begin = logSize();
            var builder = new ProcessBuilder(OwnSession.of(launch.command()));
            builder.environment().putAll(launch.environment());
            builder.directory(log.getParent().toFile());
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.redirectErrorStream(true);
            var process = builder.start().toHandle();
            var started = process.info().startInstant().orElse(Instant.EPOCH);
            Files.writeString(pidFile, "%d %d %d\n".formatted(process.pid(), started.toEpochMilli(), begin));
        } catch (IOException e) {
            throw new Refusal("%s cannot be started".formatted(part), e);
        }
    }

    public void signal(String signal) {
        running().ifPresent(process -> {
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new Refusal("%s cannot be signalled".formatted(part), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Waits for the process to leave; true when it has. */
    public boolean leaves(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            while (running().isPresent()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The process is gone on purpose: from now on it counts as stopped, not as died. */
    public void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new Refusal("%s cannot be forgotten".formatted(part), e);
        }
    }

    public Path log() {
        return log;
    }

    /** What this run of the part has logged so far, or its last run if it is gone. */
    public String thisRun() {
        try {
            return logFrom(Long.parseLong(Files.readString(pidFile).strip().split(" ")[2]));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return "";
        }
    }

    private long logSize() {
        return log.toFile().length();
    }

    private String logFrom(long offset) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var length = file.length();
            var begin = offset > length ? 0 : offset;
            // The interesting lines of a start are never megabytes away.
            var size = (int) Math.min(length - begin, 4L * 1024 * 1024);
            var bytes = new byte[size];
            file.seek(begin);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    public List<String> lastLines(int count) {
        var tail = new ArrayList<>(
                logFrom(Math.max(0, logSize() - 256L * 1024)).lines().toList());
        return tail.subList(Math.max(0, tail.size() - count), tail.size());
    }

    private void keepLogShort() throws IOException {
        if (logSize() > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(part + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
