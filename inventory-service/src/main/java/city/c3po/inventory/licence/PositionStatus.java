package city.c3po.inventory.licence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How what is entitled compares with what is needed. */
@Schema(name = "LicencePositionStatus")
public enum PositionStatus {
    /** More is used than the city may. */
    UNDER,
    COMPLIANT,
    /** More is paid for than needed, beyond the configured reserve. */
    OVER,
    /** Something it rests on is not known, or not fresh. */
    UNKNOWN
}
