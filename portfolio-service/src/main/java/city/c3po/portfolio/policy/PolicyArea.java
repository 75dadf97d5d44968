package city.c3po.portfolio.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a policy is about. */
@Schema(name = "PolicyArea")
public enum PolicyArea {
    PLANNING,
    REPORTING,
    ASSET_MANAGEMENT,
    CYBERSECURITY,
    DEPLOYMENT
}
