package city.c3po.charter.document;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody fetched what the link names, and compared. */
@Schema(name = "LinkCheck", description = "Somebody fetched what the link names, and compared its hash.")
public record LinkCheck(String sha256, boolean same, String by, Instant at) {}
