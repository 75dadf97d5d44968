package city.c3po.audit.recommendation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The department head stands for the claim. */
@Schema(name = "HeadSignOff", description = "The department head stands for the claim.")
public record HeadSignOff(String by, Instant at) {}
