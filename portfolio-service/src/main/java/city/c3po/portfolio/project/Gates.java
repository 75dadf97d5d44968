package city.c3po.portfolio.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The six gates of a project, as its document keeps them. */
record Gates(List<Gate> all) {
    static final String COMMITTED = "charter-committed";
    static final String ACCEPTED = "charter-accepted";
    static final String BASELINE = "baseline";

    Gates {
        all = List.copyOf(all);
    }

    /** @param conditions of the board's approval, by gate */
    static Gates of(List<BoardCondition> conditions) {
        var gates = new ArrayList<Gate>();
        for (var name : GateName.values()) {
            var criteria = new ArrayList<GateCriterion>();
            criteria.add(first(name));
            var ofBoard = conditions.stream()
                    .filter(condition -> condition.gate() == name)
                    .toList();
            for (int n = 0; n < ofBoard.size(); n++) {
                criteria.add(GateCriterion.open(
                        "board-" + (n + 1), ofBoard.get(n).text(), GateCriterion.Source.BOARD, true));
            }
            gates.add(Gate.closed(name, criteria));
        }
        return new Gates(gates);
    }

    /** What each gate asks of every project. */
    private static GateCriterion first(GateName name) {
        return switch (name) {
            case G1 ->
                GateCriterion.open(COMMITTED, "The charter is committed to.", GateCriterion.Source.CHARTER, true);
            case G2 ->
                of("approach-and-procurement", "The approach is chosen, and procurement is ready or not needed.");
            case G3 -> of(BASELINE, "Scope, schedule and cost have a baseline.");
            case G4 -> of("go-live", "Users, operations and support are ready for it.");
            case G5 ->
                GateCriterion.open(
                        ACCEPTED,
                        "Those who committed to the charter accept the result.",
                        GateCriterion.Source.CHARTER,
                        true);
            case G6 -> of("benefits", "The benefits are read and compared with what was promised.");
        };
    }

    private static GateCriterion of(String code, String text) {
        return GateCriterion.open(code, text, GateCriterion.Source.PROJECT, false);
    }

    Gate get(GateName name) {
        return all.get(name.ordinal());
    }

    Gates with(Gate changed) {
        return new Gates(all.stream()
                .map(gate -> gate.gate() == changed.gate() ? changed : gate)
                .toList());
    }

    List<Gate> overdue(LocalDate today) {
        return all.stream().filter(gate -> gate.overdue(today)).toList();
    }
}
