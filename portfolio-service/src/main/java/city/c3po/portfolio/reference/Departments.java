package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The departments. */
@Singleton
class Departments extends ReferenceRecords<Department, Department.Entry> {
    Departments(EntityManager entities, Journal journal) {
        super(Department.class, entities, journal);
    }

    @Override
    Department fresh(String code, Actor by, Department.Entry said) {
        return new Department(code, by, said);
    }
}
