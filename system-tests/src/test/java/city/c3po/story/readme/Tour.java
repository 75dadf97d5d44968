package city.c3po.story.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The commands of a page for people, as it shows them: fenced blocks whose info string is {@code sh tour}. A line
 * {@code #> text} is what the reader is told to see; the block's output holds that text.
 */
record Tour(List<Stop> stops) {
    private static final Pattern BLOCK =
            Pattern.compile("^```sh tour\\h*\\R(.*?)^```\\h*$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String SHOWN = "#> ";
    private static final String MARK = ":: the next stop ::";

    record Stop(String commands, List<String> shown) {}

    static Tour in(String page) {
        return new Tour(BLOCK.matcher(page)
                .results()
                .map(block -> block.group(1))
                .map(block -> new Stop(
                        block,
                        block.lines()
                                .filter(line -> line.startsWith(SHOWN))
                                .map(line -> line.substring(SHOWN.length()).strip())
                                .toList()))
                .toList());
    }

    /** One script for all stops, since a reader has one terminal: what a stop sets, the next one uses. */
    String script() {
        var script = new StringBuilder("set -euo pipefail\n");
        for (var stop : stops) {
            script.append(stop.commands())
                    .append("\nprintf '\\n%s\\n' '")
                    .append(MARK)
                    .append("'\n");
        }
        return script.toString();
    }

    /** What is told on the page but not in the output of its stop. */
    List<String> notSeenIn(String output) {
        var outputs = output.split(Pattern.quote(MARK), -1);
        var missing = new ArrayList<String>();
        for (var n = 0; n < stops.size(); n++) {
            var seen = outputs[n];
            stops.get(n).shown().stream()
                    .filter(text -> !seen.contains(text))
                    .forEach(text -> missing.add("%s%nis not in%n%s".formatted(text, seen)));
        }
        return missing;
    }
}
