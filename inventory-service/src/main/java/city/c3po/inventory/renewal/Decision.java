package city.c3po.inventory.renewal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody decides about what ends. */
@Schema(name = "RenewalDecision")
public enum Decision {
    RENEW,
    RENEGOTIATE,
    REPLACE,
    CANCEL
}
