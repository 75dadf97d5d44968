package city.c3po.platform.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;

/** Adds to the scanned document what the conventions of the API promise of every operation. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiConventions implements OASFilter {
    private final IndexView index;

    public OpenApiConventions(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getComponents() == null) {
            return;
        }
        new SchemaConventions(document.getComponents(), index).apply();
        var methods = new ResourceMethods(index);
        var examples = new Examples(document.getComponents().getSchemas());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    new OperationConventions(path, method, operation, methods).apply();
                    examples.addTo(operation);
                }));
        new Unused(document).remove();
        if (document.getTags() != null) {
            document.setTags(document.getTags().stream()
                    .sorted(Comparator.comparing(Tag::getName))
                    .toList());
        }
    }
}
