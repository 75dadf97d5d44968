package city.c3po.local.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out before a start that a port is taken, by whom, and says how to go on. */
public final class BusyPort {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private BusyPort() {}

    public static void refuse(Map<String, Integer> ports) {
        ports.forEach((name, port) -> {
            if (taken(port)) {
                throw new Refusal(message(name, port, owner(port)));
            }
        });
    }

    static String message(String name, int port, Optional<String> owner) {
        return """
                Port %d (%s) is taken by %s. Stop that process, or choose another port: %s=<number> ./c3po up \
                (C3PO_PORT_OFFSET=10000 ./c3po up moves all ports).""".formatted(port, name, owner.orElse("a process that this user cannot see"), Ports.setting(name));
    }

    static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HERE, port));
        } catch (IOException e) {
            return true;
        }
        // Some systems let one bind 127.0.0.1 beside a listener on all addresses.
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(HERE, port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** "process 4242 (nginx)", as far as the system lets us know. */
    static Optional<String> owner(int port) {
        return listener(port)
                .map(pid -> ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .map(command -> "process %d (%s)"
                                .formatted(pid, Path.of(command).getFileName()))
                        .orElse("process " + pid));
    }

    private static Optional<Long> listener(int port) {
        return Files.isReadable(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
    }

    private static Optional<Long> fromProc(int port) {
        var sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[3].equals("0A"))
                .filter(columns -> columns[1].endsWith(":%04X".formatted(port)))
                .map(columns -> "socket:[" + columns[9] + "]")
                .toList();
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, sockets))
                .findFirst();
    }

    private static boolean holds(long pid, java.util.List<String> sockets) {
        try (var descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            var lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
            var answer = new String(lsof.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return answer.lines().findFirst().map(Long::parseLong);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
