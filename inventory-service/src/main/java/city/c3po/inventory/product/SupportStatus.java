package city.c3po.inventory.product;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a maker looks after a product on a day. The SQL function {@code support_badness} orders them from good to bad. */
@Schema(name = "SupportStatus")
public enum SupportStatus {
    ACTIVE,
    SECURITY,
    EXTENDED,
    /** Nobody said: worse than any support, better than a known end. */
    UNKNOWN,
    EOL
}
