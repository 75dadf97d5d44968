package city.c3po.portfolio.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The city's scale of risks, as data.
 *
 * @param probabilities the share behind each step of probability, 1 to 5
 * @param bands by falling urgency: the first one whose score is reached
 * @param appetite a higher score is accepted by the sponsor only
 */
@Schema(name = "RiskScale", description = "By what risks are judged: shares, bands and appetite.")
record RiskScale(
        @Schema(description = "The share behind each step of probability, 1 to 5.")
        List<BigDecimal> probabilities,

        List<Band> bands,

        @Schema(description = "A higher score is accepted by the sponsor only.")
        int appetite) {
    private static final int STEPS = 5;

    /** A range of scores, and how often what is in it is looked at again. */
    @Schema(name = "RiskBand")
    record Band(
            String name,
            @Schema(description = "The lowest score in it.") int from,

            @Schema(description = "Days until the next review, where none is said.")
            int reviewDays) {

        /** As {@code HIGH:10:30}. */
        static Band of(String written) {
            var parts = written.split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("a band of risks is name:score:days, not " + written);
            }
            return new Band(parts[0].strip(), Integer.parseInt(parts[1].strip()), Integer.parseInt(parts[2].strip()));
        }
    }

    RiskScale {
        probabilities = List.copyOf(probabilities);
        bands = bands.stream()
                .sorted(Comparator.comparingInt(Band::from).reversed())
                .toList();
        boolean shares = probabilities.size() == STEPS
                && probabilities.stream().allMatch(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0)
                && probabilities.equals(probabilities.stream().sorted().toList());
        if (!shares
                || bands.isEmpty()
                || bands.getLast().from() > 1
                || bands.getLast().reviewDays() < 1) {
            throw new IllegalArgumentException(
                    "c3po.risks: five growing probabilities from 0 to 1, and bands whose first begins at 1");
        }
    }

    Rated rate(Rating said) {
        int score = said.probability() * said.impact();
        return new Rated(said.probability(), said.impact(), score, band(score).name());
    }

    /** Rounded to a step: the share behind it. */
    BigDecimal share(Rated rated) {
        return probabilities.get(rated.probability() - 1);
    }

    LocalDate nextReview(Rated rated, LocalDate today) {
        return today.plusDays(band(rated.score()).reviewDays());
    }

    boolean isAboveAppetite(Rated rated) {
        return rated.score() > appetite;
    }

    private Band band(int score) {
        return bands.stream().filter(band -> score >= band.from()).findFirst().orElseThrow();
    }
}
