package city.c3po.charter.template;

import java.util.EnumSet;
import java.util.Set;

/** Where a template version stands; the only table of its legal moves. */
public enum TemplateState {
    DRAFT,
    /** In force: new charters of its tier and variant take it. */
    ADOPTED,
    /** Charters that have it keep it. */
    SUPERSEDED;

    Set<TemplateState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ADOPTED);
            case ADOPTED -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED -> EnumSet.noneOf(TemplateState.class);
        };
    }
}
