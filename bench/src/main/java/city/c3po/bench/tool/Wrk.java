package city.c3po.bench.tool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Closed load: so many connections, each sending its next request as soon as the answer is there.
 *
 * @param script Lua, from the resources; says what a request is
 * @param settings what the script reads from its environment; a token there is in no process list
 */
public record Wrk(int connections, String script, Map<String, String> settings) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AFTERMATH = Duration.ofSeconds(30);
    // As many as the reference machine has cores.
    private static final int THREADS = 2;
    private static final String MARK = "bench ";

    public Wrk {
        settings = Map.copyOf(settings);
    }

    /** Runs it once; trouble when one answer was not a good one, since a refusal is faster than the work. */
    public Load run(URI address, Duration duration, Path work) throws InterruptedException {
        var lua = Work.write(work.resolve(script), Work.resource(script) + Work.resource("done.lua"));
        var command = new Command(
                List.of(
                        Tool.WRK.find().toString(),
                        "--threads",
                        Integer.toString(THREADS),
                        "--connections",
                        Integer.toString(connections),
                        "--duration",
                        duration.toSeconds() + "s",
                        "--timeout",
                        "10s",
                        "--script",
                        lua.toString(),
                        address.toString()),
                settings);
        return load(address, command.run(duration.plus(AFTERMATH)));
    }

    static Load load(URI address, String output) {
        var line = output.lines()
                .filter(candidate -> candidate.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new Trouble("wrk told nothing: " + output.strip()));
        try {
            var summary = JSON.readValue(line.substring(MARK.length()), Summary.class);
            if (summary.refused() + summary.broken() > 0 || summary.requests() == 0) {
                throw new Trouble("%s: of %d answers %d were refusals, and %d requests broke off"
                        .formatted(address, summary.requests(), summary.refused(), summary.broken()));
            }
            return new Load(summary.requests(), summary.requests() * 1e6 / summary.micros());
        } catch (JsonProcessingException e) {
            throw new Trouble("wrk told something else: " + line, e);
        }
    }

    /**
     * @param refused answers with a status of 400 and more
     * @param broken connections that were refused, cut or too slow
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Summary(long requests, long micros, long refused, long broken) {}
}
