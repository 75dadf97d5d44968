package city.c3po.story.controls;

import city.c3po.story.cast.Proposals;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The plan of the story: five phases in a row between a start and a go-live, in working days and dollars.
 *
 * @param designed the days on which the first phase was worked on; null before that is known
 * @param secondBudget of the second part of building, which an approved change makes dearer
 */
record Plan(
        LocalDate start,
        LocalDate dataDate,
        @Nullable Days designed,
        int first,
        int second,
        int secondBudget,
        int test) {
    /** From a first day to a last one. */
    record Days(String from, String until) {}

    static Plan asAgreed(LocalDate start) {
        return new Plan(start, start, null, 25, 25, 150_000, 20);
    }

    Plan designed(Days days, LocalDate at) {
        return new Plan(start, at, days, first, second, secondBudget, test);
    }

    Plan building(int firstDays, int secondDays) {
        return new Plan(start, dataDate, designed, firstDays, secondDays, secondBudget, test);
    }

    Plan dearer(int budget) {
        return new Plan(start, dataDate, designed, first, second, budget, test);
    }

    Plan testing(int days) {
        return new Plan(start, dataDate, designed, first, second, secondBudget, days);
    }

    ObjectNode json() {
        var worked = designed == null
                ? ""
                : ", \"actualStart\": \"%s\", \"actualFinish\": \"%s\"".formatted(designed.from(), designed.until());
        return Proposals.json("""
            {"start": "%s", "dataDate": "%s",
             "activities": [
               {"id": "M0", "title": "Start", "kind": "MILESTONE"},
               {"id": "D", "title": "Design", "wbs": "1.1", "duration": 15, "budget": 100000%s},
               {"id": "B1", "title": "Build forms", "wbs": "1.2", "duration": %d, "budget": 150000,
                "days": {"shape": "TRIANGULAR", "low": 20, "likely": 25, "high": 40}},
               {"id": "B2", "title": "Move the data", "wbs": "1.3", "duration": %d, "budget": %d,
                "days": {"shape": "PERT", "low": 20, "likely": 25, "high": 50}},
               {"id": "T", "title": "Test", "wbs": "1.4", "duration": %d, "budget": 100000},
               {"id": "R", "title": "Roll out", "wbs": "1.5", "duration": 15, "budget": 50000},
               {"id": "M1", "title": "Go-live", "kind": "MILESTONE"}],
             "links": [
               {"predecessor": "M0", "successor": "D"}, {"predecessor": "D", "successor": "B1"},
               {"predecessor": "B1", "successor": "B2"}, {"predecessor": "B2", "successor": "T"},
               {"predecessor": "T", "successor": "R"}, {"predecessor": "R", "successor": "M1"}]}""".formatted(start, dataDate, worked, first, second, secondBudget, test));
    }
}
