package city.c3po.testing;

import city.c3po.testing.infra.Endpoints;
import city.c3po.testing.infra.Servers;

/** The servers that all tests of one build share, started when the first test asks for them. */
public final class Infra {
    private Infra() {}

    public static PostgresFixture postgres() {
        return new PostgresFixture(endpoints());
    }

    public static KafkaFixture kafka() {
        return new KafkaFixture(endpoints());
    }

    /** Base URL of the token issuer; see {@link Tokens} for tokens that it vouches for. */
    public static String issuer() {
        return endpoints().issuer();
    }

    static Endpoints endpoints() {
        return Servers.ofThisBuild();
    }
}
