package city.c3po.platform.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money: two places, half-up, always with its currency. As JSON
 * {@code {"amount": 500000.00, "currency": "USD"}}.
 *
 * @param currency ISO 4217; US dollars where a caller names none
 */
@Embeddable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "An amount of money with two places (rounded half-up) and its ISO 4217 currency.")
public record Money(
        @Schema(description = "At most 15 digits before the point.", examples = "500000.00")
        @NotNull @Digits(integer = 15, fraction = 2) BigDecimal amount,

        @Schema(description = "ISO 4217 code; USD where it is left out.", defaultValue = "USD", examples = "USD")
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency)
        implements Comparable<Money> {

    public static final String DOLLARS = "USD";
    public static final int PLACES = 2;

    public Money(@Nullable BigDecimal amount, @Nullable String currency) {
        // An absent amount is refused by validation, which names the member; a constructor could not.
        this.amount = amount == null ? null : amount.setScale(PLACES, RoundingMode.HALF_UP);
        this.currency = currency == null ? DOLLARS : currency;
    }

    public static Money of(BigDecimal amount) {
        return new Money(amount, DOLLARS);
    }

    public static Money of(String amount) {
        return of(new BigDecimal(amount));
    }

    public static Money zero() {
        return of(BigDecimal.ZERO);
    }

    public Money plus(Money other) {
        return new Money(amount.add(inSameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(inSameCurrency(other)), currency);
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /** @throws IllegalArgumentException when the currencies differ: there is no order between them */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(inSameCurrency(other));
    }

    private BigDecimal inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " cannot be reckoned together");
        }
        return other.amount;
    }

    @Override
    public String toString() {
        // the refusal of an absent amount is worded with what came in
        return (amount == null ? "?" : amount.toPlainString()) + " " + currency;
    }
}
