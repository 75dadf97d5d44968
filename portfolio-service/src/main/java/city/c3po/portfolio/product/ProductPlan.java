package city.c3po.portfolio.product;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a product. */
@Schema(name = "ProductPlan", description = "What is said about a product. It has an owner and no end date.")
record ProductPlan(
        @NotBlank @Size(max = 200) @Schema(examples = "My San Jose (SJ311)")
        String title,

        @Nullable @Size(max = 4000) String description,

        @Schema(description = "Subject of its owner.") @NotNull @Pattern(regexp = Codes.SUBJECT) String owner,

        @Schema(description = "Code of the department that runs it.", examples = "DEP-PW")
        @Nullable @Pattern(regexp = Codes.DEPARTMENT) String department,

        @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData) {

    ProductPlan settled(boolean sampleData) {
        return new ProductPlan(title, description, owner, department, sampleData);
    }
}
