package city.c3po.inventory.attestation;

import city.c3po.platform.web.Order;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The orders in which campaigns can be had; ids grow with time. */
@Schema(name = "AttestationCampaignOrder")
public enum CampaignOrder implements Order {
    NEWEST(true),
    OLDEST(false);

    private final boolean descending;

    CampaignOrder(boolean descending) {
        this.descending = descending;
    }

    @Override
    public String column() {
        return "r.id";
    }

    @Override
    public String sqlType() {
        return "uuid";
    }

    @Override
    public boolean descending() {
        return descending;
    }
}
