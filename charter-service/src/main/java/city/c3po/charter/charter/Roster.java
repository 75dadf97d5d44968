package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterRule.KNOWN_SEAT;
import static city.c3po.charter.charter.CharterRule.SEATS_FILLED;
import static city.c3po.charter.charter.CharterRule.SEAT_OCCUPIED;
import static city.c3po.charter.charter.CharterRule.SEAT_VACANT;
import static city.c3po.charter.charter.CharterRule.SPONSOR_IS_NOT_PPM;
import static city.c3po.charter.charter.CharterRule.SUCCESSOR_IS_ANOTHER;

import city.c3po.charter.charter.Seat.Vacancy;
import city.c3po.charter.project.Project;
import city.c3po.charter.template.SeatRole;
import city.c3po.charter.template.TemplateText;
import city.c3po.platform.actor.Actor;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Who signs for the city: all seats of a charter. Before commitment people are named freely; from commitment on a seat
 * changes hands by vacancy and appointment alone, so that acceptance is asked of the same people.
 */
@Embeddable
public class Roster {
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Seat> seats = List.of();

    protected Roster() {}

    Roster(TemplateText template, List<String> departments) {
        ask(template, departments);
    }

    /** What the template asks for these departments; whoever holds a seat of the same key keeps it. */
    void ask(TemplateText template, List<String> departments) {
        seats = template.seats().stream()
                .flatMap(asked -> asked.role().perDepartment()
                        ? departments.stream()
                                .map(department ->
                                        Seat.empty(asked.role(), department, asked.phase(), asked.mandatory()))
                        : Stream.of(Seat.empty(asked.role(), null, asked.phase(), asked.mandatory())))
                .map(fresh -> find(fresh.key())
                        .map(held -> held.asked(fresh.phase(), fresh.mandatory()))
                        .orElse(fresh))
                .toList();
    }

    void name(List<SeatHolding> named, Instant at) {
        for (var holding : named) {
            change(holding.seat(), seat -> seat.heldBy(holding.person(), holding.authorityBasis(), at));
        }
    }

    /** @param heads department → its head, as portfolio names them */
    void fill(Project project, Map<String, String> heads, Instant at) {
        place(project, heads, (seat, basis) -> seat.person() == null, at);
    }

    /** A seat that nobody was named for by hand is held by whom portfolio says, today. */
    void follow(Project project, Map<String, String> heads, Instant at) {
        var before = seats;
        place(project, heads, Seat::follows, at);
        if (!isSponsorApart()) {
            // whom people named by hand stays, and they are told when they commit
            seats = before;
        }
    }

    private void place(Project project, Map<String, String> heads, BiPredicate<Seat, String> free, Instant at) {
        place(SeatRole.EXECUTIVE_SPONSOR.key(null), project.sponsor(), "Sponsor of the project", free, at);
        place(SeatRole.PPM.key(null), project.ppm(), "Assigned to the project", free, at);
        place(SeatRole.PROJECT_LEAD.key(null), project.ppm(), "Assigned to the project", free, at);
        for (var department : project.departments()) {
            var key = SeatRole.DEPARTMENT_HEAD.key(department);
            place(key, heads.get(department), "Head of " + department, free, at);
        }
    }

    private void place(String key, @Nullable String person, String basis, BiPredicate<Seat, String> free, Instant at) {
        if (person != null) {
            seats = seats.stream()
                    .map(seat ->
                            seat.key().equals(key) && free.test(seat, basis) ? seat.heldBy(person, basis, at) : seat)
                    .toList();
        }
    }

    Optional<CharterEvent> assign(String key, String person, @Nullable String basis, Instant at) {
        var before = seats;
        var formerly = seat(key).person();
        change(key, seat -> seat.heldBy(person, basis, at));
        return before.equals(seats)
                ? Optional.empty()
                : Optional.of(new CharterEvent.SeatAssigned(key, person, formerly, at));
    }

    CharterEvent vacate(String key, Vacancy why, Instant at) {
        var leaving = seat(key).person();
        SEAT_VACANT.require(leaving != null);
        change(key, seat -> seat.vacated(why, at));
        return new CharterEvent.SeatVacated(key, Objects.requireNonNull(leaving), why, at);
    }

    CharterEvent appoint(String key, String successor, String basis, Instant at) {
        var seat = seat(key);
        SEAT_OCCUPIED.require(seat.person() == null);
        SUCCESSOR_IS_ANOTHER.require(
                seat.formerly().isEmpty() || !seat.formerly().getLast().person().equals(successor));
        change(key, vacant -> vacant.heldBy(successor, basis, at));
        return new CharterEvent.Appointed(key, successor, at);
    }

    /** @param signers seat → who signed, or was signed for */
    void committedBy(Map<String, String> signers) {
        seats = seats.stream()
                .map(seat -> seat.signed(signers.getOrDefault(seat.key(), seat.committedBy()), null, null))
                .toList();
    }

    void adoptedBy(String key, String person) {
        change(key, seat -> seat.signed(seat.committedBy(), person, seat.acceptedBy()));
    }

    /** @param signers seat → who signed, or was signed for; none at the begin of an attempt */
    void acceptedBy(Map<String, String> signers) {
        seats = seats.stream()
                .map(seat -> seat.signed(seat.committedBy(), seat.adoptedBy(), signers.get(seat.key())))
                .toList();
    }

    void requireFilled() {
        var vacant = seats.stream()
                .filter(seat -> seat.mandatory() && seat.person() == null)
                .map(Seat::key)
                .toList();
        SEATS_FILLED.require(vacant.isEmpty(), Map.of("seats", vacant));
        requireSponsorApart();
    }

    private void change(String key, UnaryOperator<Seat> change) {
        seat(key);
        seats = seats.stream()
                .map(seat -> seat.key().equals(key) ? change.apply(seat) : seat)
                .toList();
        requireSponsorApart();
    }

    void requireSponsorApart() {
        SPONSOR_IS_NOT_PPM.require(isSponsorApart());
    }

    /** Whoever wants the project is not who runs it. */
    private boolean isSponsorApart() {
        var sponsor = holder(SeatRole.EXECUTIVE_SPONSOR);
        return sponsor.isEmpty()
                || Stream.of(SeatRole.PPM, SeatRole.PROJECT_LEAD)
                        .flatMap(role -> holder(role).stream())
                        .noneMatch(sponsor.get()::equals);
    }

    private Optional<Seat> find(String key) {
        return seats.stream().filter(seat -> seat.key().equals(key)).findFirst();
    }

    public List<Seat> seats() {
        return seats;
    }

    public Seat seat(String key) {
        return find(key)
                .orElseThrow(() -> KNOWN_SEAT.violated(
                        Map.of("seats", seats.stream().map(Seat::key).toList())));
    }

    Optional<String> holder(SeatRole role) {
        return seats.stream()
                .filter(seat -> seat.role() == role)
                .map(Seat::person)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Everybody who holds a seat. */
    Stream<String> people() {
        return seats.stream().map(Seat::person).filter(Objects::nonNull);
    }

    public boolean includes(Actor by) {
        return people().anyMatch(by::is);
    }

    boolean isHeldBy(SeatRole role, Actor by) {
        return holder(role).filter(by::is).isPresent();
    }
}
