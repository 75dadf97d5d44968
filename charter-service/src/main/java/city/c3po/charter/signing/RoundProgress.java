package city.c3po.charter.signing;

import city.c3po.charter.charter.Seat;
import city.c3po.charter.template.Phase;
import city.c3po.charter.template.TemplateText;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a round has come. Phases order whom it is told, not who may sign: a phase is told when the former one is
 * complete, by all of its mandatory seats or by as many seats as the template's quorum says (N of M).
 *
 * @param seats of the charter
 * @param asked the round's sign-offs
 */
record RoundProgress(TemplateText template, List<Seat> seats, List<SignOff> asked) {

    /** Nothing is missing: every mandatory seat was asked and has signed, and every quorum is reached. */
    boolean isOver() {
        return seats.stream().filter(Seat::mandatory).allMatch(this::hasSigned)
                && asked.stream().filter(RoundProgress::isMandatory).allMatch(RoundProgress::isSigned)
                && template.quorums().stream().allMatch(quorum -> isComplete(quorum.phase()));
    }

    private boolean hasSigned(Seat seat) {
        return asked.stream().anyMatch(signOff -> signOff.asked().seat().equals(seat.key()) && isSigned(signOff));
    }

    /** Those whose turn has come, and who were not told yet. */
    List<SignOff> toNotify() {
        var due = new ArrayList<SignOff>();
        for (var phase : Phase.values()) {
            of(phase).stream()
                    .filter(signOff -> signOff.status() == SignOffStatus.PENDING)
                    .forEach(due::add);
            if (!isComplete(phase)) {
                break;
            }
        }
        return due;
    }

    private boolean isComplete(Phase phase) {
        var ofPhase = of(phase);
        return template.quorums().stream()
                .filter(quorum -> quorum.phase() == phase)
                .findFirst()
                .map(quorum -> ofPhase.stream().filter(RoundProgress::isSigned).count()
                        >= Math.min(quorum.seats(), ofPhase.size()))
                .orElseGet(() ->
                        ofPhase.stream().filter(RoundProgress::isMandatory).allMatch(RoundProgress::isSigned));
    }

    private List<SignOff> of(Phase phase) {
        return asked.stream()
                .filter(signOff -> signOff.asked().phase() == phase)
                .toList();
    }

    private static boolean isMandatory(SignOff signOff) {
        return signOff.asked().mandatory();
    }

    private static boolean isSigned(SignOff signOff) {
        return signOff.status() == SignOffStatus.SIGNED;
    }
}
