package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The people. */
@Singleton
class People extends ReferenceRecords<Person, Person.Entry> {
    People(EntityManager entities, Journal journal) {
        super(Person.class, entities, journal);
    }

    @Override
    Person fresh(String sub, Actor by, Person.Entry said) {
        return new Person(sub, by, said);
    }
}
