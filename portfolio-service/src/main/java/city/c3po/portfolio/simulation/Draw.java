package city.c3po.portfolio.simulation;

import city.c3po.portfolio.simulation.Spread.Fixed;
import city.c3po.portfolio.simulation.Spread.PertBeta;
import city.c3po.portfolio.simulation.Spread.Triangular;
import city.c3po.portfolio.simulation.Spread.Uniform;
import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Random numbers of one activity or risk. */
final class Draw {
    private Draw() {}

    /** A stream of its own for each thing that is drawn, whatever else there is to draw. */
    static UniformRandomProvider stream(long seed, String subject) {
        long hash = 0xcbf29ce484222325L; // FNV-1a, 64 bits: the same on every machine and in every release
        for (byte one : subject.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
        }
        return RandomSource.XO_SHI_RO_256_PP.create(hash + seed * 0x9e3779b97f4a7c15L);
    }

    static ContinuousSampler of(Spread spread, UniformRandomProvider random) {
        if (spread.low() == spread.high()) {
            double value = spread.low();
            return () -> value;
        }
        return switch (spread) {
            case Fixed fixed -> fixed::value;
            case Uniform uniform -> () -> uniform.low() + random.nextDouble() * (uniform.high() - uniform.low());
            case Triangular triangular -> triangular(triangular, random);
            case PertBeta pert -> pert(pert, random);
        };
    }

    /** By the inverse of the distribution function. */
    private static ContinuousSampler triangular(Triangular spread, UniformRandomProvider random) {
        double low = spread.low();
        double high = spread.high();
        double width = high - low;
        double rising = (spread.likely() - low) / width;
        double left = width * (spread.likely() - low);
        double right = width * (high - spread.likely());
        return () -> {
            double u = random.nextDouble();
            return u < rising ? low + Math.sqrt(u * left) : high - Math.sqrt((1 - u) * right);
        };
    }

    private static ContinuousSampler pert(PertBeta spread, UniformRandomProvider random) {
        double width = spread.high() - spread.low();
        double alpha = 1 + 4 * (spread.likely() - spread.low()) / width;
        double beta = 1 + 4 * (spread.high() - spread.likely()) / width;
        var sampler = ChengBetaSampler.of(random, alpha, beta);
        return () -> spread.low() + width * sampler.sample();
    }
}
