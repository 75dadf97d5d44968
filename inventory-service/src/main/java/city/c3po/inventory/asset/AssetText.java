package city.c3po.inventory.asset;

import city.c3po.platform.value.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an asset: by a person, by a row of a feed, and, reconciled, what the city believes. What nobody says is
 * left out.
 *
 * @param kind fixed at creation
 * @param tag fixed at creation; from the sequence when nobody gives one
 * @param sampleData fixed at creation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssetText", description = "What is said of an asset. A kind and a name are enough.")
public record AssetText(
        @NotNull @Schema(description = "Fixed at creation.") AssetKind kind,

        @Schema(
                description = "The sticker's tag; from a sequence when left out. Unique for ever, fixed at creation.",
                examples = "LIB-00417")
        @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{0,99}") String tag,

        @NotBlank @Size(max = 200) @Schema(examples = "Branch desktop 417")
        String name,

        @Nullable @Size(max = 2000) String description,

        @Schema(description = "Department code.", examples = "DEP-LIB")
        @Nullable @Pattern(regexp = "DEP-[A-Z0-9-]{1,20}") String department,

        @Schema(description = "Subject of the person who has it.") @Nullable @Pattern(regexp = "[\\x21-\\x7E]{1,255}") String custodian,

        @Schema(description = "Where it is.", examples = "Main Library, 2nd floor") @Nullable @Size(max = 200) String location,

        @Schema(description = "Id of the asset it is part of or installed on.") @Nullable @Pattern(regexp = UUID) String parent,

        @Nullable @Size(max = 200) String manufacturer,
        @Nullable @Size(max = 200) String model,
        @Nullable @Size(max = 100) String serial,

        @Schema(description = "The firmware's UUID, in either byte order.") @Nullable @Size(max = 50) String uuid,

        @Schema(description = "MAC addresses of its network cards.") @Nullable @Size(max = 20) List<@NotBlank @Size(max = 30) String> macs,

        @Nullable @Size(max = 200) String hostname,
        @Nullable @Size(max = 200) String operatingSystem,
        @Nullable @Min(0) @Max(100_000) Integer cores,

        @Schema(description = "Whether it holds data that must be wiped before disposal.") @Nullable Boolean dataBearing,

        @Schema(description = "City vendor number.") @Nullable @Pattern(regexp = "V-[A-Z0-9-]{1,30}") String vendor,

        @Schema(description = "The software product: a name, or the id of one in /v1/software-products.")
        @Nullable @Size(max = 200) String product,

        @Nullable @Size(max = 100) String productVersion,
        @Nullable @Size(max = 500) String purl,
        @Nullable @Size(max = 500) String cpe,
        @Nullable @Min(0) @Max(100_000_000) Integer seats,
        @Nullable @Size(max = 100) String orderNumber,
        @Nullable LocalDate purchasedOn,
        @Nullable @Valid Money purchaseCost,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate warrantyUntil,
        @Nullable LocalDate termStart,
        @Nullable LocalDate termEnd,

        @Schema(description = "What an enterprise system is for.") @Nullable @Size(max = 2000) String purpose,

        @Schema(description = "Categories of data it holds.") @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> dataCategories,

        @Nullable @Size(max = 100) String collectionFrequency,
        @Nullable @Size(max = 100) String updateFrequency,

        @Schema(description = "Whether California's Government Code 7922.630 has it in the public catalogue.") @Nullable Boolean enterpriseSystem,

        @Schema(description = "Whether the catalogue shows only its name.") @Nullable Boolean exempt,

        @Nullable @Size(max = 2000) String notes,

        @Schema(description = "Made for a demonstration; said at creation only.") @Nullable Boolean sampleData) {

    static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The asset's own members, which no source says. */
    AssetText of(AssetKind kind, @Nullable String tag, @Nullable Boolean sampleData) {
        return new AssetText(
                kind,
                tag,
                name,
                description,
                department,
                custodian,
                location,
                parent,
                manufacturer,
                model,
                serial,
                uuid,
                macs,
                hostname,
                operatingSystem,
                cores,
                dataBearing,
                vendor,
                product,
                productVersion,
                purl,
                cpe,
                seats,
                orderNumber,
                purchasedOn,
                purchaseCost,
                receivedOn,
                warrantyUntil,
                termStart,
                termEnd,
                purpose,
                dataCategories,
                collectionFrequency,
                updateFrequency,
                enterpriseSystem,
                exempt,
                notes,
                sampleData);
    }

    AssetText received(LocalDate day) {
        return with(department, custodian, location, parent, day);
    }

    /** What is null stays. */
    AssetText assigned(
            @Nullable String toDepartment, @Nullable String to, @Nullable String at, @Nullable String partOf) {
        return with(
                toDepartment == null ? department : toDepartment,
                to == null ? custodian : to,
                at == null ? location : at,
                partOf == null ? parent : partOf,
                receivedOn);
    }

    AssetText released() {
        return with(department, null, location, null, receivedOn);
    }

    private AssetText with(
            @Nullable String itsDepartment,
            @Nullable String person,
            @Nullable String place,
            @Nullable String whole,
            @Nullable LocalDate day) {
        return new AssetText(
                kind,
                tag,
                name,
                description,
                itsDepartment,
                person,
                place,
                whole,
                manufacturer,
                model,
                serial,
                uuid,
                macs,
                hostname,
                operatingSystem,
                cores,
                dataBearing,
                vendor,
                product,
                productVersion,
                purl,
                cpe,
                seats,
                orderNumber,
                purchasedOn,
                purchaseCost,
                day,
                warrantyUntil,
                termStart,
                termEnd,
                purpose,
                dataCategories,
                collectionFrequency,
                updateFrequency,
                enterpriseSystem,
                exempt,
                notes,
                sampleData);
    }
}
