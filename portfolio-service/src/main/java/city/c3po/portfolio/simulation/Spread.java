package city.c3po.portfolio.simulation;

/** What a duration in working days, or an amount of money, may come to. */
public sealed interface Spread {
    /** Always the same. */
    record Fixed(double value) implements Spread {
        @Override
        public double low() {
            return value;
        }

        @Override
        public double likely() {
            return value;
        }

        @Override
        public double high() {
            return value;
        }

        @Override
        public double mean() {
            return value;
        }
    }

    /** Anything between, equally likely. */
    record Uniform(double low, double high) implements Spread {
        @Override
        public double likely() {
            return mean();
        }

        @Override
        public double mean() {
            return (low + high) / 2;
        }
    }

    /** Rises in a straight line to the most likely, and falls in one. */
    record Triangular(double low, double likely, double high) implements Spread {
        @Override
        public double mean() {
            return (low + likely + high) / 3;
        }
    }

    /**
     * The beta distribution of PERT: {@code α = 1 + 4·(M − O)/(P − O)}, {@code β = 1 + 4·(P − M)/(P − O)} (Malcolm et al.,
     * Application of a Technique for Research and Development Program Evaluation, 1959, in the four-parameter form in use).
     */
    record PertBeta(double low, double likely, double high) implements Spread {
        @Override
        public double mean() {
            return (low + 4 * likely + high) / 6;
        }
    }

    /** Optimistic. */
    double low();

    double likely();

    /** Pessimistic. */
    double high();

    double mean();

    /** Whether low ≤ likely ≤ high, all of them numbers of at most {@code most}. */
    default boolean soundUpTo(double most) {
        return low() <= likely() && likely() <= high() && low() >= -most && high() <= most;
    }
}
