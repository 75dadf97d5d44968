package city.c3po.portfolio.reference;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of work it is: likeness by which finished projects tell what a new one may cost. */
@Schema(name = "WorkKind")
public enum WorkKind {
    NEW_SYSTEM,
    UPGRADE,
    REPLACEMENT,
    INTEGRATION,
    INFRASTRUCTURE,
    WEBSITE,
    PROCESS
}
