package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Section;
import java.util.List;
import java.util.stream.StreamSupport;

/** What changed, what came late, and how complete all of it is. */
final class News {
    private final Setting set;

    News(Setting set) {
        this.set = set;
    }

    Section changes() {
        var table = set.table("changes", List.of("op", "type", "number", "title", "paths"));
        for (var one : set.model().at("/changes/items")) {
            var paths = StreamSupport.stream(one.path("paths").spliterator(), false)
                    .map(path -> set.words().path(path.asText(), false))
                    .distinct()
                    .toList();
            table.row(
                    set.cells().term("op", one.path("op")),
                    set.cells().term("type", one.path("type")),
                    one.path("confidential").asBoolean()
                            ? new Cell.Said("", set.words().say("confidential"))
                            : set.cells().text(one.path("number").isTextual() ? one.path("number") : one.path("id")),
                    set.textOrNothing(one.path("title")),
                    paths.isEmpty() ? Cell.NOTHING : new Cell.Text(String.join(", ", paths)));
        }
        return set.section("changes", table.built());
    }

    Section late() {
        var table = set.table("late", List.of("why", "number", "title", "fact", "occurredAt", "recordedAt"));
        for (var one : set.model().path("late")) {
            table.row(
                    set.cells().term("late", one.path("why")),
                    set.cells().text(one.path("number")),
                    set.cells().text(one.path("title")),
                    set.cells().term("factName", one.path("fact")),
                    set.cells().moment(one.path("occurredAt")),
                    set.cells().moment(one.path("recordedAt")));
        }
        return set.section("late", table.built());
    }

    Section completeness() {
        var completeness = set.model().path("completeness");
        var sources = set.table("completeness.sources", List.of("source", "watermark", "gaps"));
        for (var one : completeness.path("sources")) {
            sources.row(
                    set.cells().term("source", one.path("service")),
                    set.cells().moment(one.path("watermark")),
                    set.cells().number(one.path("gaps")));
        }
        var measures = set.table("completeness.measures", List.of("figure", "amount"));
        for (var name : List.of(
                "unchangedAttested",
                "unchangedStale",
                "events",
                "medianDaysToReport",
                "mostDaysToReport",
                "openGaps")) {
            set.figure(measures, name, set.cells().number(completeness.path(name)));
        }
        return set.section("completeness", sources.built(), measures.built());
    }
}
