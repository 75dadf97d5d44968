package city.c3po.portfolio.changerequest;

import java.math.BigDecimal;

/** What was approved since Baseline 0, as amounts without their sign, so that savings hide nothing. */
public record Approved(BigDecimal cost, int days, int count) {}
