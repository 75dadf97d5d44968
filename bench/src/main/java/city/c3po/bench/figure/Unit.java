package city.c3po.bench.figure;

import java.util.Locale;

/** What a figure counts, and how many digits of it mean something. */
public enum Unit {
    PER_SECOND("/s"),
    MILLISECONDS("ms"),
    SECONDS("s"),
    MEBIBYTES("MiB"),
    BYTES("B");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    public String show(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    public String showWithSymbol(double value) {
        return show(value) + (this == PER_SECOND ? "" : " ") + symbol;
    }
}
