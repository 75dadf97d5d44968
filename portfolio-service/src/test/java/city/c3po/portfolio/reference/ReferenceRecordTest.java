package city.c3po.portfolio.reference;

import static city.c3po.portfolio.Actors.ADMIN;
import static city.c3po.portfolio.Actors.FINANCE;
import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Actors.PROCUREMENT;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.portfolio.Actors;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the five kinds have in common, told by a department. */
class ReferenceRecordTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");

    @Test
    void a_policy_admin_records_without_a_source() {
        var department = new Department("DEP-PW", ADMIN, said("Public Works", null));
        var events = department.record(ADMIN, said("Public Works", null), NOON);
        assertEquals(List.of(new ReferenceEvent.Recorded(ReferenceKind.DEPARTMENT, "DEP-PW", null, NOON)), events);
        assertEquals("city.c3po.department.recorded.v1", events.getFirst().type());
    }

    @Test
    void a_system_with_one_source_need_not_name_it() {
        assertEquals("finance", by(FINANCE, said("Public Works", null)).source());
        assertEquals("finance", by(FINANCE, said("Public Works", "finance")).source());
    }

    @Test
    void a_system_with_several_sources_says_which() {
        var hub = Actors.system("hub", "finance", "hr");
        assertBreaks(ReferenceRule.SOURCE_SAID, () -> by(hub, said("Public Works", null)));
        assertEquals("hr", by(hub, said("Public Works", "hr")).source());
    }

    @Test
    void a_system_writes_for_its_own_source_only() {
        assertBreaks(ReferenceRule.OWN_SOURCE, () -> by(FINANCE, said("Public Works", "hr")));
        var itsOwn = by(FINANCE, said("Public Works", null));
        assertBreaks(ReferenceRule.OWN_SOURCE, () -> itsOwn.record(FINANCE, said("Public Works", "hr"), NOON));
        assertBreaks(ReferenceRule.OWN_SOURCE, () -> itsOwn.record(PROCUREMENT, said("Roads", null), NOON));
        var nobodys = by(ADMIN, said("Public Works", null));
        assertBreaks(ReferenceRule.OWN_SOURCE, () -> nobodys.record(FINANCE, said("Roads", null), NOON));
    }

    @Test
    void others_only_read() {
        var department = by(ADMIN, said("Public Works", null));
        assertBreaks(ReferenceRule.ADMIN_OR_SOURCE, () -> department.record(OFFICE, said("Roads", null), NOON));
        assertEquals(Set.of(), department.allowedActions(OFFICE));
        assertEquals(Set.of(ReferenceAction.RECORD), department.allowedActions(ADMIN));
    }

    @Test
    void saying_the_same_again_is_no_change_and_the_source_stays() {
        var department = by(FINANCE, said("Public Works", null));
        assertEquals(List.of(), department.record(FINANCE, said("Public Works", null), NOON));
        assertEquals(List.of(), department.record(ADMIN, said("Public Works", null), NOON));
        assertEquals(1, department.record(ADMIN, said("Roads", null), NOON).size());
        assertEquals("finance", department.source());
    }

    @Test
    void a_policy_admin_hands_a_record_to_another_source() {
        var department = by(FINANCE, said("Public Works", null));
        department.record(ADMIN, said("Public Works", "hr"), NOON);
        assertEquals("hr", department.source());
    }

    @Test
    void sample_data_is_said_at_creation() {
        var sample = by(ADMIN, new Department.Entry("Public Works", null, null, true));
        sample.record(ADMIN, said("Roads", null), NOON);
        assertEquals(true, sample.present().sampleData());
        assertBreaks(
                ReferenceRule.SAMPLE_DATA_IS_FIXED,
                () -> sample.record(ADMIN, new Department.Entry("Roads", null, null, false), NOON));
    }

    @Test
    void departments_are_seen_by_any_role_and_people_by_employees_themselves_and_their_source() {
        var vendor = new Actor("v", "i", "c", "v", Set.of(Roles.VENDOR), Set.of(), Set.of(), Set.of(), "V-1001", null);
        assertTrue(by(ADMIN, said("Public Works", null)).access().visibleTo(vendor));
        var person = new Person("ada", FINANCE, new Person.Entry("Ada Park", null, null, null, null, null));
        person.record(FINANCE, new Person.Entry("Ada Park", null, null, null, null, null), NOON);
        assertFalse(person.access().visibleTo(vendor));
        assertTrue(person.access().visibleTo(OFFICE));
        assertTrue(person.access().visibleTo(FINANCE));
        assertFalse(person.access().visibleTo(PROCUREMENT));
        assertTrue(person.access().visibleTo(Actors.person("ada", Set.of(), Set.of())));
    }

    @Test
    void a_vendor_sees_its_own_record_only() {
        var entry = new Vendor.Entry("Acme Civic", null, null, null);
        var acme = new Vendor("V-1001", ADMIN, entry);
        acme.record(ADMIN, entry, NOON);
        var user = new Actor("v", "i", "c", "v", Set.of(Roles.VENDOR), Set.of(), Set.of(), Set.of(), "V-1001", null);
        var rival = new Actor("w", "i", "c", "w", Set.of(Roles.VENDOR), Set.of(), Set.of(), Set.of(), "V-2", null);
        assertTrue(acme.access().visibleTo(user));
        assertFalse(acme.access().visibleTo(rival));
    }

    private static Department by(Actor actor, Department.Entry said) {
        var department = new Department("DEP-PW", actor, said);
        department.record(actor, said, NOON);
        return department;
    }

    private static Department.Entry said(String name, @Nullable String source) {
        return new Department.Entry(name, null, source, null);
    }
}
