package city.c3po.reporting.tasks;

import city.c3po.reporting.rendering.Words;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One letter a day to everybody who has something to do, from the first look of the day after the hour on. The day's row
 * is written before the letter is sent: of several replicas one writes it and sends, and a letter that was lost with its
 * process is not sent twice. Without a mail server nothing is written and nothing sent.
 */
@Singleton
class Digests {
    private static final Logger LOG = Logger.getLogger(Digests.class);
    /** More than a person reads; the list itself has all. */
    private static final int MOST = 50;

    private record Addressee(
            String sub, String email, @Nullable String language) {}

    private final DataSource database;
    private final AwaitedTasks tasks;
    private final Mailer mailer;
    private final InstantSource clock;
    private final ZoneId zone;
    private final LocalTime from;
    private final String base;
    private final boolean configured;

    Digests(
            DataSource database,
            AwaitedTasks tasks,
            Mailer mailer,
            InstantSource clock,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone,
            @ConfigProperty(name = "c3po.digest.from") LocalTime from,
            @ConfigProperty(name = "c3po.public.base") String base,
            @ConfigProperty(name = "c3po.smtp.host") Optional<String> host) {
        this.database = database;
        this.tasks = tasks;
        this.mailer = mailer;
        this.clock = clock;
        this.zone = zone;
        this.from = from;
        this.base = base;
        this.configured = host.isPresent();
    }

    @Scheduled(every = "{c3po.digest.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var now = clock.instant().atZone(zone);
        if (configured && !now.toLocalTime().isBefore(from)) {
            send(now.toLocalDate());
        }
    }

    /** @return how many letters were sent */
    int send(LocalDate day) {
        int sent = 0;
        for (var addressee : waiting(day)) {
            if (claim(addressee, day) && write(addressee)) {
                sent++;
            }
        }
        return sent;
    }

    /** Who has something to do, an address, and no letter of this day. */
    private List<Addressee> waiting(LocalDate day) {
        return on(connection -> {
            try (var query = connection.prepareStatement("""
                    select distinct t.assignee, p.state ->> 'email', p.state ->> 'language'
                    from awaited_task t
                    join subject p on p.type = 'person' and p.id = t.assignee and p.present
                    where not t.done and p.state ->> 'email' like '%_@_%'
                      and not exists (select from task_digest d where d.person = t.assignee and d.day = ?)
                    order by 1""")) {
                query.setObject(1, day);
                try (var row = query.executeQuery()) {
                    var found = new ArrayList<Addressee>();
                    while (row.next()) {
                        found.add(new Addressee(row.getString(1), row.getString(2), row.getString(3)));
                    }
                    return found;
                }
            }
        });
    }

    private boolean claim(Addressee addressee, LocalDate day) {
        return on(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into task_digest (person, day) values (?, ?) on conflict do nothing")) {
                insert.setString(1, addressee.sub());
                insert.setObject(2, day);
                return insert.executeUpdate() == 1;
            }
        });
    }

    private boolean write(Addressee addressee) {
        var awaited = tasks.of(addressee.sub(), false, null, MOST);
        if (awaited.isEmpty()) {
            return false;
        }
        var words = Words.in(addressee.language());
        var subject = awaited.size() == 1 ? words.say("mail.subjectOne") : words.say("mail.subject", awaited.size());
        var text = awaited.stream()
                .map(task -> "- " + words.task(task.action())
                        + (task.due() == null
                                ? ""
                                : ", " + words.say("mail.due", words.day(LocalDate.ofInstant(task.due(), zone))))
                        + "\n  " + base + task.href())
                .collect(Collectors.joining(
                        "\n", words.say("mail.lead") + "\n\n", "\n\n" + words.say("mail.foot") + "\n"));
        try {
            mailer.send(Mail.withText(addressee.email(), subject, text));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("a digest was not sent person=%s cause=%s", addressee.sub(), e.toString());
            return false;
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("digests", e);
        }
    }
}
