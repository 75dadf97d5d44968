package city.c3po.portfolio.project;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision that nothing is bought. */
@Schema(name = "InHouseDecision", description = "The decision that nothing is bought, so that procurement is skipped.")
record InHouse(String reason, String by, Instant at) {}
