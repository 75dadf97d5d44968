package city.c3po.inventory.licence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what licences are counted. The SQL function {@code licence_need} counts. */
@Schema(
        name = "LicenceMetric",
        description =
                "DEVICE: devices it is installed on. NAMED_USER: people who have it. CONCURRENT: the most at once. CORE: cores of"
                        + " those devices, each at least the minimum. SEAT_SUBSCRIPTION: allocated seats. SITE: places.")
public enum Metric {
    DEVICE,
    NAMED_USER,
    CONCURRENT,
    CORE,
    SEAT_SUBSCRIPTION,
    SITE
}
