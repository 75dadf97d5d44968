package city.c3po.portfolio.reference;

import static city.c3po.portfolio.reference.ReferenceRule.NUMBER_IS_FIXED;
import static city.c3po.portfolio.reference.ReferenceRule.NUMBER_SAID;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.ExternalRef;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vendors. */
@Singleton
class Vendors extends ReferenceRecords<Vendor, Vendor.Entry> {
    /** As in the triggers of external_ref. */
    static final String KIND = "vendor";

    private final ExternalRefs refs;

    Vendors(EntityManager entities, Journal journal, ExternalRefs refs) {
        super(Vendor.class, entities, journal);
        this.refs = refs;
    }

    /**
     * By the name that a department's system has for it.
     *
     * @param number needed the first time only
     */
    Vendor put(ExternalRef ref, @Nullable String number, Actor by, Seen seen, Vendor.Entry said, Instant at) {
        ExternalRefs.requireOwn(by, ref.source());
        var known = refs.findInTurn(KIND, ref);
        NUMBER_SAID.require(number != null || known.isPresent());
        known.ifPresent(
                holder -> NUMBER_IS_FIXED.require(number == null || number.equals(holder), Map.of("number", holder)));
        return record(known.orElse(number), by, seen, said.knownAs(ref), at);
    }

    @Override
    Vendor fresh(String number, Actor by, Vendor.Entry said) {
        return new Vendor(number, by, said);
    }

    @Override
    void requireFree(String number, Vendor.Entry said) {
        refs.requireFree(KIND, number, said.externalRefs());
    }
}
