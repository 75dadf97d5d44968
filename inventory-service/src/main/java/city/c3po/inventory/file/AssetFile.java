package city.c3po.inventory.file;

import city.c3po.platform.rule.RuleViolation;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads a file row by row, as its profile and form say. */
public final class AssetFile {
    /** What the bytes are. */
    public enum Form {
        CSV,
        NDJSON,
        JSON
    }

    private static final ObjectReader OBJECTS = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(100)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();

    private static final ObjectReader LINES = OBJECTS.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Profile profile;
    private final Form form;
    private final boolean emptyClears;
    private final Names names;

    /** @param emptyClears whether an empty cell says that there is no value, rather than nothing */
    public AssetFile(Profile profile, Form form, boolean emptyClears, Names names) {
        this.profile = profile;
        this.form = form;
        this.emptyClears = emptyClears;
        this.names = names;
    }

    public void read(InputStream content, RowSink sink) throws IOException {
        var characters = Characters.of(content);
        try {
            switch (form) {
                case CSV -> table(characters, sink);
                case NDJSON -> lines(characters, sink);
                case JSON -> {
                    switch (profile) {
                        case CYCLONEDX -> components(characters, sink);
                        case NATIVE, SNIPE_IT_ASSETS, SNIPE_IT_LICENSES -> array(characters, sink);
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            // it wraps whatever was thrown while it read
            if (e.getCause() instanceof RuleViolation refused) {
                throw refused;
            }
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw FileRule.FILE_IS_READABLE.violated(Map.of("reason", String.valueOf(e.getMessage())));
        } catch (JsonEOFException e) {
            throw FileRule.FILE_IS_WHOLE.violated();
        } catch (JsonProcessingException e) {
            throw FileRule.FILE_IS_READABLE.violated(Map.of("reason", e.getOriginalMessage()));
        }
    }

    /** Counts quotes: an odd number of them at the end means that the file breaks off inside a cell. */
    private static final class Quotes extends FilterReader {
        private long count;

        Quotes(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            for (int at = offset; at < offset + read; at++) {
                if (into[at] == '"') {
                    count++;
                }
            }
            return read;
        }
    }

    private void table(Reader characters, RowSink sink) throws IOException {
        var buffered = new BufferedReader(characters, 64 * 1024);
        var separator = separator(buffered);
        var quotes = new Quotes(buffered);
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(quotes)) {
            List<Columns.Column> columns = null;
            for (CsvRecord record : csv) {
                if (columns == null) {
                    columns = Columns.of(profile, record.getFields(), names);
                } else if (!blank(record)) {
                    sink.take(row(columns, record));
                }
            }
            FileRule.HEADER_IS_COMPLETE.require(columns != null, Map.of("column", "all"));
        }
        FileRule.FILE_IS_WHOLE.require(quotes.count % 2 == 0);
    }

    private static boolean blank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private Row row(List<Columns.Column> columns, CsvRecord record) {
        var reading = new Reading((int) record.getStartingLineNumber(), emptyClears);
        if (record.getFieldCount() != columns.size()) {
            reading.fault(
                    "line",
                    "ragged-row",
                    "The row has " + record.getFieldCount() + " cells, the header " + columns.size() + ".",
                    null);
        }
        for (int at = 0; at < Math.min(columns.size(), record.getFieldCount()); at++) {
            columns.get(at).read(reading, record.getField(at));
        }
        Columns.finish(profile, reading);
        return reading.row();
    }

    /** The one that the first line has most of. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(32 * 1024);
        var start = new char[16 * 1024];
        int length = Math.max(0, reader.read(start));
        reader.reset();
        var first = new String(start, 0, length).lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private void lines(Reader characters, RowSink sink) throws IOException {
        var reader = new BufferedReader(characters, 64 * 1024);
        int number = 0;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                sink.take(Members.row(number, LINES.readTree(line)));
            } catch (JsonProcessingException e) {
                var reading = new Reading(number, false);
                reading.kind("kind", "HARDWARE");
                reading.fault("line", "unreadable-row", "The line is no JSON object.", line);
                sink.take(reading.row());
            }
        }
    }

    private void array(Reader characters, RowSink sink) throws IOException {
        try (var parser = OBJECTS.createParser(characters)) {
            FileRule.FILE_IS_READABLE.require(
                    parser.nextToken() == JsonToken.START_ARRAY, Map.of("reason", "The file is no JSON array."));
            for (int item = 1; parser.nextToken() != JsonToken.END_ARRAY; item++) {
                sink.take(Members.row(item, OBJECTS.readTree(parser)));
            }
            FileRule.FILE_IS_READABLE.require(
                    parser.nextToken() == null, Map.of("reason", "Something follows the array."));
        }
    }

    /** CycloneDX: {@code {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": […]}}, in any order. */
    private void components(Reader characters, RowSink sink) throws IOException {
        try (var parser = OBJECTS.createParser(characters)) {
            FileRule.FILE_IS_READABLE.require(
                    parser.nextToken() == JsonToken.START_OBJECT, Map.of("reason", "The file is no JSON object."));
            var seen = new HashSet<String>();
            var department = new ArrayList<String>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                seen.add(name);
                switch (name) {
                    case "bomFormat" ->
                        FileRule.FILE_IS_READABLE.require(
                                "CycloneDX".equals(parser.getText()), Map.of("reason", "bomFormat is not CycloneDX."));
                    case "specVersion" ->
                        FileRule.FILE_IS_READABLE.require(
                                "1.6".equals(parser.getText()), Map.of("reason", "specVersion is not 1.6."));
                    case "metadata" -> department.addAll(Bom.departments(OBJECTS.readTree(parser)));
                    case "components" -> {
                        FileRule.FILE_IS_READABLE.require(
                                parser.currentToken() == JsonToken.START_ARRAY,
                                Map.of("reason", "components is no list."));
                        for (int item = 1; parser.nextToken() != JsonToken.END_ARRAY; item++) {
                            JsonNode component = OBJECTS.readTree(parser);
                            sink.take(Bom.row(item, component, department));
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
            for (var needed : List.of("bomFormat", "specVersion")) {
                FileRule.FILE_IS_READABLE.require(seen.contains(needed), Map.of("reason", needed + " is missing."));
            }
        }
    }
}
