package city.c3po.inventory.quality;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The index at one time. */
@Schema(name = "QualityPoint", description = "The index at one time.")
record QualityPoint(Instant asOf, @Nullable BigDecimal index) {}
