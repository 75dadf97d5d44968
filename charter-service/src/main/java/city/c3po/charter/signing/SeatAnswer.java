package city.c3po.charter.signing;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What came of asking a seat: who looked, the signature with its receipt, or the reason why there is none. */
@Embeddable
class SeatAnswer {
    /** Who marked it as viewed. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> viewed = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Signature signature;

    /** The compact JWS. */
    private @Nullable String receipt;

    private @Nullable String receiptSha256;
    private @Nullable String reason;
    private @Nullable Instant closedAt;

    void view(String person) {
        viewed = Stream.concat(viewed.stream(), Stream.of(person)).distinct().toList();
    }

    void sign(Signature given, String jws) {
        signature = given;
        receipt = jws;
        receiptSha256 = Receipts.sha256(jws);
        closedAt = given.at();
    }

    void close(@Nullable String why, Instant at) {
        reason = why;
        closedAt = at;
    }

    List<String> viewed() {
        return viewed;
    }

    @Nullable Signature signature() {
        return signature;
    }

    @Nullable String receipt() {
        return receipt;
    }

    @Nullable String receiptSha256() {
        return receiptSha256;
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }
}
