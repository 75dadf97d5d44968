package city.c3po.inventory.attestation;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a campaign stands; the only table of its legal moves. */
@Schema(name = "AttestationCampaignState")
public enum CampaignState {
    OPEN,
    /** All its attestations are closed. */
    CLOSED,
    CALLED_OFF;

    Set<CampaignState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(CLOSED, CALLED_OFF);
            case CLOSED, CALLED_OFF -> EnumSet.noneOf(CampaignState.class);
        };
    }
}
