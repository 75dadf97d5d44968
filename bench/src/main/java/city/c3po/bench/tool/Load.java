package city.c3po.bench.tool;

/** What one round of closed load has achieved. */
public record Load(long count, double perSecond) {}
