package city.c3po.portfolio.project;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a project is delivered: said before anything is procured. */
@Schema(name = "DeliveryApproach")
public enum Approach {
    WATERFALL,
    AGILE,
    HYBRID
}
