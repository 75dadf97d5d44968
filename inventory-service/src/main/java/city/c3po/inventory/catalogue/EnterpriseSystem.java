package city.c3po.inventory.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the catalogue. Of an exempt system all but the name is null. */
@Schema(
        name = "EnterpriseSystem",
        description = "A line of the public catalogue. Of an exempt system all but the name is null.")
record EnterpriseSystem(
        String name,

        @Schema(description = "The current system vendor.") @Nullable String vendor,

        @Schema(description = "The current system product.") @Nullable String product,

        @Nullable String purpose,

        @Schema(description = "Categories or types of data.") @Nullable List<String> dataCategories,

        @Schema(description = "The department that serves as its primary custodian.") @Nullable String custodianDepartment,

        @Schema(description = "How frequently its data are collected.") @Nullable String collectionFrequency,

        @Schema(description = "How frequently its data are updated.") @Nullable String updateFrequency,

        @Schema(description = "Whether the law exempts it from being described.")
        boolean exempt,

        @Schema(description = "Made for a demonstration.") boolean sampleData) {}
