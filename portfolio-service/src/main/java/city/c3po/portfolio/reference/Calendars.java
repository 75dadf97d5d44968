package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The calendars. */
@Singleton
class Calendars extends ReferenceRecords<Calendar, Calendar.Entry> {
    Calendars(EntityManager entities, Journal journal) {
        super(Calendar.class, entities, journal);
    }

    @Override
    Calendar fresh(String code, Actor by, Calendar.Entry said) {
        return new Calendar(code, by, said);
    }
}
