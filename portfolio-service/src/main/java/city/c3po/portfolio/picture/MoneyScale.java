package city.c3po.portfolio.picture;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Money from the bottom up, in round steps. */
record MoneyScale(double step, int steps, double top, double height) {
    private static final int ABOUT = 5;

    static MoneyScale upTo(double greatest, double top, double height) {
        double rough = Math.max(greatest, 1) / ABOUT;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step =
                rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        return new MoneyScale(step, (int) Math.ceil(greatest * 1.06 / step), top, height);
    }

    double[] ticks() {
        return DoubleStream.iterate(0, amount -> amount + step)
                .limit(steps + 1L)
                .toArray();
    }

    double y(double amount) {
        return top + height * (1 - amount / (step * Math.max(1, steps)));
    }

    /** Three figures: 1.25 M, 480 k. */
    static String shown(double amount) {
        double size = Math.abs(amount);
        if (size >= 999_500_000) {
            return figures(amount / 1e9) + " bn";
        }
        if (size >= 999_500) {
            return figures(amount / 1e6) + " M";
        }
        return size >= 999.5 ? figures(amount / 1e3) + " k" : figures(amount);
    }

    private static String figures(double amount) {
        double size = Math.abs(amount);
        var text = String.format(Locale.US, size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f", amount);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("[.]$", "") : text;
    }
}
