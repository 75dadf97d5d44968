package city.c3po.portfolio.risk;

import java.math.BigDecimal;

/** How a project's open risks stand on a day. */
public record RiskStanding(int open, int aboveAppetite, int reviewsOverdue, int highestScore, BigDecimal expected) {}
