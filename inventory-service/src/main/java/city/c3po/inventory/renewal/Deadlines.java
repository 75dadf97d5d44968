package city.c3po.inventory.renewal;

import city.c3po.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when what ends must be decided and given notice of.
 *
 * @param notice last day for notice
 * @param decision last day to decide, so that the approval comes in time
 */
record Deadlines(LocalDate notice, LocalDate decision) {
    static final List<Integer> ALERTS = List.of(180, 90, 60, 30, 7);

    /**
     * How long an approval takes, by what it is about.
     *
     * @param from the least amount that takes so long
     * @param council whether the Council approves, whose agenda takes time of its own
     */
    record Band(BigDecimal from, int days, boolean council) {
        /** As configured: {@code 100000:30} or, of the Council, {@code 1000000:45:council}. */
        static Band of(String text) {
            var parts = text.split(":");
            return new Band(
                    new BigDecimal(parts[0]),
                    Integer.parseInt(parts[1]),
                    parts.length > 2 && parts[2].equals("council"));
        }
    }

    /** @param cost null: nobody said, which takes as long as the dearest may */
    static Deadlines of(LocalDate termEnd, int noticeDays, @Nullable Money cost, List<Band> bands, int agendaDays) {
        var notice = termEnd.minusDays(noticeDays);
        var band = bands.stream()
                .filter(one -> cost == null || cost.amount().compareTo(one.from()) >= 0)
                .max(Comparator.comparing(Band::from));
        int lead =
                band.map(one -> one.days() + (one.council() ? agendaDays : 0)).orElse(0);
        return new Deadlines(notice, notice.minusDays(lead));
    }

    /** Which alerts are due on a day, the earliest first. */
    List<Integer> due(LocalDate today) {
        return ALERTS.stream()
                .filter(days -> !today.isBefore(decision.minusDays(days)))
                .toList();
    }
}
