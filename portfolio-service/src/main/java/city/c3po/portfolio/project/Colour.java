package city.c3po.portfolio.project;

import city.c3po.platform.value.Ratio;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a project stands, in one word. */
@Schema(name = "Colour")
public enum Colour {
    GREEN,
    AMBER,
    RED,
    /** Nobody has said for too long. */
    STALE;

    private static final BigDecimal AMBER_FROM = new BigDecimal("0.10");
    private static final BigDecimal RED_ABOVE = new BigDecimal("0.30");

    /** Below 10 % off is green, above 30 % is red, in both directions; what is not known has no colour. */
    public static @Nullable Colour of(Ratio variance) {
        if (variance.value() == null) {
            return null;
        }
        var off = variance.value().abs();
        return off.compareTo(AMBER_FROM) < 0 ? GREEN : off.compareTo(RED_ABOVE) <= 0 ? AMBER : RED;
    }
}
