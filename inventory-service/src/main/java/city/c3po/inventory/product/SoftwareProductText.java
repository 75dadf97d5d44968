package city.c3po.inventory.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a product.
 *
 * @param sampleData fixed at creation
 */
@Schema(
        name = "SoftwareProductText",
        description = "What is said of a software product. Publisher and product are enough.")
public record SoftwareProductText(
        @NotBlank @Size(max = 200) @Schema(examples = "Canonical")
        String publisher,

        @NotBlank @Size(max = 200) @Schema(examples = "Ubuntu Server")
        String product,

        @Nullable @Size(max = 200) @Schema(examples = "LTS") String edition,

        @Nullable @Size(max = 100) @Schema(examples = "22.04.5")
        String version,

        @Schema(description = "Package URL.", examples = "pkg:deb/ubuntu/base-files@12ubuntu4")
        @Nullable @Pattern(regexp = "pkg:[a-z0-9.+-]{1,50}/[\\x21-\\x7E]{1,440}") String purl,

        @Schema(description = "CPE 2.3 name.", examples = "cpe:2.3:o:canonical:ubuntu_linux:22.04:*:*:*:lts:*:*:*")
        @Nullable @Pattern(regexp = "cpe:2\\.3:[aho*-](:[\\x21-\\x7E]{1,100}){1,10}")
        String cpe,

        @Schema(
                description =
                        "Code of the lifecycle it follows, as endoflife.date names it; see /v1/product-lifecycles.",
                examples = "ubuntu")
        @Nullable @Pattern(regexp = ProductLifecycleResource.CODE) String lifecycle,

        @Schema(
                description = "The cycle; when left out the one whose name the version begins with.",
                examples = "22.04")
        @Nullable @Size(max = 50) String cycle,

        @Schema(description = "Made for a demonstration; said at creation only.") @Nullable Boolean sampleData) {

    SoftwareProductText settled(boolean sample) {
        return new SoftwareProductText(publisher, product, edition, version, purl, cpe, lifecycle, cycle, sample);
    }

    /** As people say it. */
    String label() {
        return Stream.of(publisher, product, edition, version)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
