package city.c3po.bench.figure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Everything a run found out, for programs to read. */
public record Report(String measuredAt, boolean quick, Machine machine, List<Outcome> outcomes) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Report {
        outcomes = List.copyOf(outcomes);
    }

    public static Report of(Instant at, boolean quick, Machine machine, List<Outcome> outcomes) {
        return new Report(at.toString(), quick, machine, outcomes);
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
