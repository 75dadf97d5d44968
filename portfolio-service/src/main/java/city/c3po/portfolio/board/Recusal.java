package city.c3po.portfolio.board;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who takes no part in an item. */
@Schema(name = "Recusal", description = "Somebody who takes no part in the item.")
record Recusal(String person, String reason, Instant at) {}
