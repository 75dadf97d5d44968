package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The funding lines. */
@Singleton
class FundingLines extends ReferenceRecords<FundingLine, FundingLine.Entry> {
    FundingLines(EntityManager entities, Journal journal) {
        super(FundingLine.class, entities, journal);
    }

    @Override
    FundingLine fresh(String code, Actor by, FundingLine.Entry said) {
        return new FundingLine(code, by, said);
    }
}
