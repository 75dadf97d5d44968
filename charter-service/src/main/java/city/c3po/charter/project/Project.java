package city.c3po.charter.project;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project as portfolio last told of it: what charters need of it, read leniently.
 *
 * @param state as portfolio names it; a string, because portfolio may add one
 * @param tier null for what is not one of ours (yet)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Project(
        String id,
        @Nullable String number,
        @Nullable String title,
        @Nullable String state,
        @Nullable String tier,
        @Nullable String sponsoringDepartment,
        @Nullable List<String> affectedDepartments,
        @Nullable String sponsor,
        @Nullable String ppm,
        @Nullable Forecast forecast,
        @Nullable Actual actual,
        @Nullable Posted moneyActual,
        @Nullable Boolean sampleData,
        @Nullable String href) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Forecast(@Nullable Money cost, @Nullable LocalDate finish) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Actual(@Nullable Money cost, @Nullable LocalDate finish) {}

    /** @param cost sum of what finance posted so far */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Posted(@Nullable Money cost) {}

    /** What it cost: as the project's manager recorded it in the end, until then what finance posted. */
    public Optional<Money> spent() {
        return Optional.ofNullable(actual)
                .map(Actual::cost)
                .or(() -> Optional.ofNullable(moneyActual).map(Posted::cost));
    }

    /** When it was done. */
    public Optional<LocalDate> finished() {
        return Optional.ofNullable(actual).map(Actual::finish);
    }

    public boolean isOpen() {
        return !"CLOSED".equals(state) && !"CANCELLED".equals(state);
    }

    /** What portfolio does not tell is the most demanding: unknown is never minor. */
    public Tier tierOrMost() {
        return Stream.of(Tier.values())
                .filter(known -> known.name().equals(tier))
                .findFirst()
                .orElse(Tier.MAJOR);
    }

    /** Sponsoring first, then the affected ones, each once. */
    public List<String> departments() {
        return Stream.concat(
                        Stream.ofNullable(sponsoringDepartment),
                        Stream.ofNullable(affectedDepartments).flatMap(List::stream))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public Reference reference() {
        return new Reference("project", id, number, href == null ? "/v1/projects/" + id : href);
    }
}
