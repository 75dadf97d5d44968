package city.c3po.inventory.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an asset may refer to and another service owns. */
public enum ReferenceType {
    DEPARTMENT,
    PERSON,
    VENDOR;

    /** As in the events' types and in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReferenceType> ofAggregate(String aggregate) {
        return Stream.of(values()).filter(type -> type.word().equals(aggregate)).findFirst();
    }
}
