package city.c3po.inventory;

import city.c3po.testing.WithInfra;
import city.c3po.testing.contract.JournalCheck;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collection;

/** What is really journalled is what the contracts promise. */
@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class InventoryEventTest extends JournalCheck {
    @Override
    protected String key() {
        return "inventory";
    }

    @Override
    protected Collection<String> emittedTypes() {
        var types = new ArrayList<String>();
        types.addAll(facts("city.c3po.inventory.asset.AssetEvent", "asset"));
        types.addAll(facts("city.c3po.inventory.source.SourceEvent", "source"));
        types.addAll(facts("city.c3po.inventory.imports.ImportEvent", "import"));
        types.addAll(facts("city.c3po.inventory.review.MatchReviewEvent", "matchReview"));
        types.addAll(facts("city.c3po.inventory.product.SoftwareProductEvent", "softwareProduct"));
        types.addAll(facts("city.c3po.inventory.product.ProductLifecycleEvent", "productLifecycle"));
        types.addAll(facts("city.c3po.inventory.licence.EntitlementEvent", "entitlement"));
        types.add("city.c3po.licencePosition.changed.v1");
        types.add("city.c3po.quality.measured.v1");
        types.addAll(facts("city.c3po.inventory.renewal.RenewalEvent", "renewal"));
        types.addAll(facts("city.c3po.inventory.placeholder.PlaceholderListEvent", "placeholderList"));
        types.addAll(facts("city.c3po.inventory.attestation.AttestationCampaignEvent", "attestationCampaign"));
        types.addAll(facts("city.c3po.inventory.attestation.AttestationEvent", "attestation"));
        return types;
    }

    @Override
    protected void tellEverything() throws Exception {
        Story.tell();
    }
}
