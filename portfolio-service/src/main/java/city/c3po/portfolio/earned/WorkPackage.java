package city.c3po.portfolio.earned;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Work with a budget, as the baseline has it.
 *
 * @param finish inclusive
 */
public record WorkPackage(String id, BigDecimal budget, Technique technique, LocalDate start, LocalDate finish) {}
