package city.c3po.portfolio.product;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done to a product; a move names the state it leads to. */
public enum ProductAction implements Action {
    EDIT(null),
    ACTIVATE(ProductState.ACTIVE),
    SUSTAIN(ProductState.SUSTAINING),
    SUNSET(ProductState.SUNSETTING),
    RETIRE(ProductState.RETIRED);

    private final @Nullable ProductState to;

    ProductAction(@Nullable ProductState to) {
        this.to = to;
    }

    Optional<ProductState> to() {
        return Optional.ofNullable(to);
    }

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
