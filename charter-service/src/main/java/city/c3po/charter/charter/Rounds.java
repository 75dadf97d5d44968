package city.c3po.charter.charter;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How often the seats were asked to sign something, and what they are asked now. */
@Embeddable
public class Rounds {
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Round round;

    private int rounds;

    void start(Purpose purpose, int of, String hash, Instant due, Instant at) {
        rounds++;
        round = new Round(purpose, rounds, of, hash, at, due);
    }

    /** Ends the one that goes on. */
    Round over() {
        var over = Objects.requireNonNull(round);
        round = null;
        return over;
    }

    void endIfAny() {
        round = null;
    }

    public @Nullable Round current() {
        return round;
    }

    public int count() {
        return rounds;
    }
}
