package city.c3po.portfolio.lesson;

import static city.c3po.portfolio.lesson.LessonRule.LESSON_PROJECT_KNOWN;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.value.Reference;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The lessons. */
@Singleton
public class Lessons extends Aggregates<Lesson, UUID, LessonAction> {
    private static final int APPLYING = 50;

    Lessons(EntityManager entities, Journal journal) {
        super(Lesson.class, entities, journal);
    }

    Lesson record(Actor by, LessonText said, int year, Instant at) {
        return add(
                new Lesson(by, said, year, at),
                by,
                lesson -> lesson.record(said.project() == null ? null : taughtBy(said.project()), at));
    }

    /** Those in use that have one of these tags; the newest come first. */
    public List<Reference> matching(List<String> tags) {
        return entities()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select r.* from lesson r
                        where r.state = 'RECORDED' and jsonb_exists_any(r.text -> 'tags', cast(:tags as text[]))
                        order by r.created_at desc, r.id limit :limit""", Lesson.class)
                .setParameter("tags", tags.toArray(String[]::new))
                .setParameter("limit", APPLYING)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(Lesson::reference)
                .toList();
    }

    Reference taughtBy(UUID project) {
        return entities()
                .unwrap(Session.class)
                .createNativeQuery("select number from project where id = :id", String.class)
                .setParameter("id", project)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .map(number -> new Reference("project", project.toString(), number, "/v1/projects/" + project))
                .orElseThrow(LESSON_PROJECT_KNOWN::violated);
    }
}
