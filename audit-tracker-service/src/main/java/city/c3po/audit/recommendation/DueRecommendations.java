package city.c3po.audit.recommendation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Recommendations of which time alone asks something. */
@Singleton
class DueRecommendations {
    private final EntityManager entities;

    DueRecommendations(EntityManager entities) {
        this.entities = entities;
    }

    /** Whose target passed, and nobody was told. */
    List<UUID> slipped(LocalDate today) {
        List<?> ids = entities.createNativeQuery(
                        "select id from recommendation where verified_status in ('NOT_IMPLEMENTED', 'PARTLY_IMPLEMENTED')"
                                + " and current_target < :today and slipped_target is distinct from current_target",
                        UUID.class)
                .setParameter("today", today)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Whose verdict must be looked at again. */
    List<UUID> retestsDue(LocalDate today) {
        List<?> ids = entities.createNativeQuery("select id from recommendation where retest_on <= :today", UUID.class)
                .setParameter("today", today)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Of whose response, target or milestones somebody is to be reminded today, or was to be since the last time. */
    List<UUID> toRemind(LocalDate today) {
        List<?> ids = entities.createNativeQuery("""
                        select r.id from recommendation r
                        where r.verified_status in ('NOT_IMPLEMENTED', 'PARTLY_IMPLEMENTED') and exists (
                            select from (
                                select r.current_target as due
                                union all
                                select r.response_due where r.response is null and r.management_status = 'NOT_STARTED'
                                union all
                                select cast(m ->> 'due' as date) from jsonb_array_elements(r.actions) a,
                                    jsonb_array_elements(a -> 'milestones') m where m ->> 'doneOn' is null) d
                            where reminder_day(due, :today) > coalesce(r.reminded_on, cast(r.created_at as date) - 1))
                        order by r.id""", UUID.class)
                .setParameter("today", today)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }
}
