package city.c3po.inventory.attestation;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be done to a campaign. */
@Schema(name = "AttestationCampaignAction")
public enum CampaignAction implements Action {
    OPEN,
    CALL_OFF,
    /** By the clock. */
    CLOSE;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
