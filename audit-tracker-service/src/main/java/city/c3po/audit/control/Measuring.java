package city.c3po.audit.control;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.KnownRecords;
import city.c3po.audit.known.Told;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;

/**
 * Judges what is due and moves the measures: because something was told, because a day came, and every night. Of several
 * replicas one does it at a time.
 */
@Singleton
public class Measuring {
    private static final int AT_ONCE = 100;

    private final EntityManager entities;
    private final Controls controls;
    private final CityDays days;
    private final ObjectMapper json;
    private final String policy;
    private final String audit;

    Measuring(
            EntityManager entities,
            Controls controls,
            CityDays days,
            ObjectMapper json,
            @ConfigProperty(name = "c3po.audit.technology-policy") String policy,
            @ConfigProperty(name = "c3po.audit.built-in-audit") String audit) {
        this.entities = entities;
        this.controls = controls;
        this.days = days;
        this.json = json;
        this.policy = policy;
        this.audit = audit;
    }

    void establish(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(controls::establish);
    }

    @Scheduled(every = "{c3po.audit.measure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        look(days.now());
    }

    /** @param at what time it is */
    public void look(Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() -> on(connection -> {
                    new DueSubjects(connection).night(days.dateOf(at), at);
                    return 0;
                }));
        while (QuarkusTransaction.requiringNew().call(() -> judge(at)) == AT_ONCE) {
            // more is due
        }
        QuarkusTransaction.requiringNew().run(() -> {
            controls.attach(audit);
            tell();
        });
        QuarkusTransaction.requiringNew().run(this::closeMonths);
    }

    private void closeMonths() {
        for (var month : on(connection -> new DueSubjects(connection).closing())) {
            for (var control : BuiltIn.values()) {
                controls.close(control.key(), YearMonth.parse(month));
            }
        }
    }

    /** @return how many were judged */
    private int judge(Instant at) {
        return on(connection -> {
            var due = new DueSubjects(connection);
            if (!due.alone()) {
                return 0;
            }
            var known = new KnownRecords(connection, json);
            var judges = new Judges(known, days, policy);
            var subjects = new Subjects(connection);
            var roots = due.take(at, AT_ONCE);
            for (var root : roots) {
                var told = known.find(root.type(), root.id());
                var readings = judges.judge(told, root.type(), at);
                subjects.replace(root, readings.found(), told.map(Told::access).orElse(Subjects.OPEN));
                due.settle(root, readings.next());
            }
            return roots.size();
        });
    }

    /** Measures whose sums are no longer those that were told last. */
    private void tell() {
        var moved = on(connection ->
                new DueSubjects(connection).alone() ? new Subjects(connection).moved() : List.<Subjects.Sum>of());
        moved.forEach(sum -> controls.measure(sum.control(), sum.numerator(), sum.denominator()));
    }

    private <T> T on(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
