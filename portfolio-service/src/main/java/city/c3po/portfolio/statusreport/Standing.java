package city.c3po.portfolio.statusreport;

import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.project.Colour;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a project stands: the figures, and what was made of them.
 *
 * @param computed the worst of its dimensions; null where nothing is known
 */
record Standing(
        StatusSnapshot snapshot,
        List<DimensionStatus> dimensions,
        @Nullable Colour computed,
        @Nullable Colour reported) {

    /** @param measured how far off each dimension is */
    static Standing of(
            StatusSnapshot snapshot, Map<Dimension, Ratio> measured, boolean specialReportOverdue, StatusText said) {
        var dimensions = Arrays.stream(Dimension.values())
                .map(dimension -> status(dimension, measured.getOrDefault(dimension, UNKNOWN), said))
                .toList();
        var worst = dimensions.stream()
                .map(DimensionStatus::computed)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        var computed = specialReportOverdue ? Colour.RED : worst;
        return new Standing(snapshot, dimensions, computed, said.reported() == null ? computed : said.reported());
    }

    private static final Ratio UNKNOWN = Ratio.of(null, null);

    private static DimensionStatus status(Dimension dimension, Ratio variance, StatusText text) {
        var said = text.of(dimension).orElse(null);
        var computed = Colour.of(variance);
        return new DimensionStatus(
                dimension,
                variance,
                computed,
                said == null || said.reported() == null ? computed : said.reported(),
                said == null ? null : said.reason(),
                said == null ? null : said.comment(),
                variance.reason() == Ratio.Reason.MISSING_INPUT ? dimension.needs() : null);
    }

    boolean red() {
        return computed == Colour.RED || reported == Colour.RED;
    }

    boolean diverges() {
        return computed != null && reported != null && computed != reported;
    }
}
