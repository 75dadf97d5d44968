package city.c3po.bench.suite;

import city.c3po.bench.tool.Trouble;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** What {@code ./c3po status} prints: a line for each part, with its process and its address. */
record Status(SequencedMap<String, Part> parts) {
    private static final Pattern LINE = Pattern.compile(
            "(?<part>[a-z][a-z0-9-]*) +(?:ready|not ready) +(?<pid>\\d+) +\\d+ +\\d+ MiB +(?<address>\\S+)");

    private static final Pattern ANY =
            Pattern.compile("(?<part>[a-z][a-z0-9-]*) +(?:ready|not ready|died|stopped) +\\S+ +(?<port>\\d+) .*");

    record Part(long pid, String address) {}

    static Status read(String text) {
        var parts = new LinkedHashMap<String, Part>();
        text.lines()
                .map(line -> LINE.matcher(line.strip()))
                .filter(java.util.regex.Matcher::matches)
                .forEach(line -> parts.put(
                        line.group("part"), new Part(Long.parseLong(line.group("pid")), line.group("address"))));
        if (parts.isEmpty()) {
            throw new Trouble("`./c3po status` names no part that runs:\n" + text);
        }
        return new Status(parts);
    }

    /** Where each part listens when it runs, whether it does or not. */
    static SequencedMap<String, Integer> ports(String text) {
        var ports = new LinkedHashMap<String, Integer>();
        text.lines()
                .map(line -> ANY.matcher(line.strip()))
                .filter(java.util.regex.Matcher::matches)
                .forEach(line -> ports.put(line.group("part"), Integer.parseInt(line.group("port"))));
        if (ports.isEmpty()) {
            throw new Trouble("`./c3po status` names no part:\n" + text);
        }
        return ports;
    }

    /** With what is known better now; a part that does not run just then is where it was. */
    Status and(Status newer) {
        var all = new LinkedHashMap<>(parts);
        all.putAll(newer.parts);
        return new Status(all);
    }

    String address(String part) {
        return known(part).address();
    }

    private Part known(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new Trouble("The suite has no part %s that runs, only %s".formatted(name, parts.keySet()));
        }
        return part;
    }

    Map<String, Long> pids() {
        var pids = new LinkedHashMap<String, Long>();
        parts.forEach((name, part) -> pids.put(name, part.pid()));
        return pids;
    }
}
