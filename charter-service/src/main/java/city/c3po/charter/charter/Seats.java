package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterRule.KNOWN_SEAT;
import static city.c3po.charter.charter.CharterRule.SPONSOR_IS_NOT_PPM;

import city.c3po.charter.template.SeatRole;
import city.c3po.charter.template.TemplateText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All the seats of a charter. */
final class Seats {
    private Seats() {}

    /** What the template asks for these departments; whoever holds a seat of the same key keeps it. */
    static List<Seat> asked(TemplateText template, List<String> departments, List<Seat> present) {
        return template.seats().stream()
                .flatMap(asked -> asked.role().perDepartment()
                        ? departments.stream()
                                .map(department ->
                                        Seat.empty(asked.role(), department, asked.phase(), asked.mandatory()))
                        : Stream.of(Seat.empty(asked.role(), null, asked.phase(), asked.mandatory())))
                .map(fresh -> find(present, fresh.key())
                        .map(held -> new Seat(
                                held.key(),
                                held.role(),
                                held.department(),
                                held.authorityBasis(),
                                fresh.phase(),
                                fresh.mandatory(),
                                held.person(),
                                held.since(),
                                held.vacancy(),
                                held.formerly(),
                                held.committedBy(),
                                held.adoptedBy(),
                                held.acceptedBy()))
                        .orElse(fresh))
                .toList();
    }

    static Optional<Seat> find(List<Seat> seats, String key) {
        return seats.stream().filter(seat -> seat.key().equals(key)).findFirst();
    }

    static Seat require(List<Seat> seats, String key) {
        return find(seats, key)
                .orElseThrow(() -> KNOWN_SEAT.violated(
                        Map.of("seats", seats.stream().map(Seat::key).toList())));
    }

    static List<Seat> with(List<Seat> seats, String key, UnaryOperator<Seat> change) {
        require(seats, key);
        var changed = seats.stream()
                .map(seat -> seat.key().equals(key) ? change.apply(seat) : seat)
                .toList();
        requireSponsorApart(changed);
        return changed;
    }

    /** Whoever wants the project is not who runs it. */
    static void requireSponsorApart(List<Seat> seats) {
        var sponsor = holder(seats, SeatRole.EXECUTIVE_SPONSOR);
        SPONSOR_IS_NOT_PPM.require(sponsor.isEmpty()
                || Stream.of(SeatRole.PPM, SeatRole.PROJECT_LEAD)
                        .flatMap(role -> holder(seats, role).stream())
                        .noneMatch(sponsor.get()::equals));
    }

    static Optional<String> holder(List<Seat> seats, SeatRole role) {
        return seats.stream()
                .filter(seat -> seat.role() == role)
                .map(Seat::person)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Fills a vacant seat with whom another service names. */
    static List<Seat> filled(List<Seat> seats, String key, @Nullable String person, String basis, Instant at) {
        return person == null
                ? seats
                : seats.stream()
                        .map(seat ->
                                seat.key().equals(key) && seat.person() == null ? seat.heldBy(person, basis, at) : seat)
                        .toList();
    }
}
