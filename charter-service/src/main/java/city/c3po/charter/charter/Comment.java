package city.c3po.charter.charter;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody said with what they did. */
@Schema(name = "CharterComment")
public record Comment(CharterAction action, String text, String by, Instant at) {}
