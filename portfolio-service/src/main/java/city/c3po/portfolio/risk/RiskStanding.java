package city.c3po.portfolio.risk;

import java.math.BigDecimal;

/**
 * How a project's open risks stand on a day.
 *
 * @param expected sum of probability times mean cost
 * @param ofVendors how many risks, open or not, name a vendor
 * @param expectedOfVendors as expected, of those that do
 */
public record RiskStanding(
        int open,
        int aboveAppetite,
        int reviewsOverdue,
        int highestScore,
        BigDecimal expected,
        int ofVendors,
        BigDecimal expectedOfVendors) {}
