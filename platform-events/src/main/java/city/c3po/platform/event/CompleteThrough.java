package city.c3po.platform.event;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Up to when everything is known that the sources recorded: the least of the watermarks over all sources and all their
 * partitions. Subjects with a gap are the exception, and are counted.
 */
@Singleton
public class CompleteThrough {
    /**
     * @param through null as long as a partition has said nothing in the source's present epoch
     * @param gaps subjects of which something is missing
     */
    public record Source(String source, @Nullable Instant through, long gaps) {}

    /** @param through null as long as one source's is */
    public record Standing(@Nullable Instant through, List<Source> sources) {
        static Standing of(List<Source> sources) {
            boolean known = !sources.isEmpty() && sources.stream().allMatch(source -> source.through() != null);
            return new Standing(
                    known
                            ? sources.stream()
                                    .map(source -> Objects.requireNonNull(source.through()))
                                    .min(Instant::compareTo)
                                    .orElseThrow()
                            : null,
                    List.copyOf(sources));
        }
    }

    private static final String STANDING = """
            select s.word,
                   (select case when bool_and(p.through is not null and p.epoch = i.epoch) then min(p.through) end
                    from inbox_partition p where p.source = s.word),
                   coalesce(jsonb_array_length(i.parked), 0)
                   + (select count(*) from inbox g where g.source = s.word and g.gap_since is not null)
                   + (select count(*) from inbox_waiting w where w.source = s.word and w.aggregate_id is null)
            from unnest(?::text[]) with ordinality as s (word, place)
            left join inbox_source i on i.source = s.word
            order by s.place""";

    private final List<String> words;

    CompleteThrough(InboxConfig config) {
        this.words = config.sources().orElse(List.of());
    }

    /** As of now; what is complete then is in the database then, and stays there. */
    public Standing read(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(STANDING)) {
            query.setArray(1, connection.createArrayOf("text", words.toArray()));
            try (var row = query.executeQuery()) {
                var sources = new ArrayList<Source>();
                while (row.next()) {
                    @Nullable OffsetDateTime through = row.getObject(2, OffsetDateTime.class);
                    sources.add(
                            new Source(row.getString(1), through == null ? null : through.toInstant(), row.getLong(3)));
                }
                return Standing.of(sources);
            }
        }
    }
}
