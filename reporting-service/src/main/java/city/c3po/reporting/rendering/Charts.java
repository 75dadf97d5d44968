package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Chart;
import city.c3po.reporting.rendering.Presentation.Legend;
import city.c3po.reporting.rendering.Presentation.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The charts of a report, each with a sentence that says what it means and the table that it draws. */
final class Charts {
    private static final String NOT_REPORTED = "NOT_REPORTED";
    private static final List<String> COLOURS = List.of("GREEN", "AMBER", "RED");
    /** From the first thought to the end. */
    private static final List<String> STAGES = List.of(
            "SUBMITTED",
            "TRIAGED",
            "UNDER_REVIEW",
            "DELEGATED",
            "INITIATING",
            "PLANNING",
            "PROCURING",
            "EXECUTING",
            "CLOSING",
            "CLOSED",
            "ON_HOLD",
            "CANCELLED");
    /** More would not fit on a screen; the table has them all. */
    private static final int MOST = 20;

    private final JsonNode model;
    private final Words words;

    Charts(JsonNode model, Words words) {
        this.model = model;
        this.words = words;
    }

    Chart stage(Table table) {
        var glance = model.path("glance");
        var bars = glance.path("byState").properties().stream()
                .sorted(Comparator.comparingInt(entry -> place(entry.getKey())))
                .map(entry -> bar(stageName(entry.getKey()), entry.getValue(), "bar"))
                .toList();
        return new Chart(
                "stage",
                words.say("dash.stage.heading"),
                stageLead(bars),
                bars.isEmpty() ? null : new Bars(words.say("chart.stage"), bars),
                words.say("dash.stage.empty"),
                null,
                table,
                true);
    }

    private static int place(String stage) {
        int place = STAGES.indexOf(stage);
        return place < 0 ? STAGES.size() : place;
    }

    private String stageName(String stage) {
        return stage.equals(NOT_REPORTED) ? words.term("colour", NOT_REPORTED) : words.term("state", stage);
    }

    private String stageLead(List<Bars.Bar> bars) {
        long all = Math.round(bars.stream().mapToDouble(Bars.Bar::value).sum());
        double most = bars.stream().mapToDouble(Bars.Bar::value).max().orElse(0);
        var largest = bars.stream().filter(bar -> bar.value() == most).toList();
        if (largest.size() != 1) {
            return words.say("dash.stage.even", all);
        }
        var name = largest.getFirst().name();
        return bars.size() == 1
                ? words.say("dash.stage.all", all, name)
                : words.say("dash.stage.lead", all, Math.round(most), name);
    }

    Chart colour(Table table) {
        var counts = model.at("/glance/byColourReported");
        var bars = new ArrayList<Bars.Bar>();
        for (var colour : COLOURS) {
            bars.add(bar(words.term("colour", colour), counts.path(colour), "c-" + colour.toLowerCase(Locale.ROOT)));
        }
        if (counts.has("STALE")) {
            bars.add(bar(words.term("colour", "STALE"), counts.path("STALE"), "c-none"));
        }
        bars.add(bar(words.term("colour", NOT_REPORTED), counts.path(NOT_REPORTED), "c-none"));
        return new Chart(
                "colour",
                words.say("dash.colour.heading"),
                words.say(
                        "dash.colour.lead",
                        counts.path("GREEN").asLong(),
                        model.at("/glance/projects").asLong(),
                        counts.path("AMBER").asLong(),
                        counts.path("RED").asLong(),
                        counts.path(NOT_REPORTED).asLong(),
                        counts.path("STALE").asLong()),
                anyColour() ? new Bars(words.say("chart.colour"), bars) : null,
                words.say("dash.colour.empty"),
                null,
                table,
                true);
    }

    private boolean anyColour() {
        return COLOURS.stream()
                .anyMatch(
                        colour -> model.at("/glance/byColourReported/" + colour).asLong() > 0);
    }

    private Bars.Bar bar(String name, JsonNode count, String style) {
        return Bars.Bar.of(name, count.asDouble(), words.number(count.asLong()), style);
    }

    Chart timeline(Table table) {
        var spans = new ArrayList<Timeline.Span>();
        for (var item : model.path("items")) {
            var start = day(item.path("start"));
            var finish = day(item.at("/finish/current"));
            if (start.isPresent() && finish.isPresent() && !finish.get().isBefore(start.get())) {
                var colour = item.at("/colour/reported").isTextual()
                        ? item.at("/colour/reported").textValue()
                        : NOT_REPORTED;
                spans.add(new Timeline.Span(
                        name(item),
                        start.get(),
                        finish.get(),
                        words.term("colour", colour),
                        COLOURS.contains(colour) ? "c-" + colour.toLowerCase(Locale.ROOT) : "c-none"));
            }
        }
        spans.sort((one, other) -> one.finish().compareTo(other.finish()));
        var today = day(model.at("/report/cutOffDate")).orElse(LocalDate.EPOCH);
        return new Chart(
                "timeline",
                words.say("dash.timeline.heading"),
                words.say(
                        "dash.timeline.lead",
                        spans.stream()
                                .filter(span -> span.finish().isBefore(today.plusYears(1)))
                                .count(),
                        spans.size(),
                        later()),
                spans.isEmpty() ? null : new Timeline(words.say("chart.timeline"), first(spans), today, words),
                words.say("dash.timeline.empty"),
                null,
                table,
                false);
    }

    /** How many end later by their plan of today than by their first one. */
    private long later() {
        return StreamSupport.stream(model.path("items").spliterator(), false)
                .filter(item -> day(item.at("/finish/current"))
                        .flatMap(current -> day(item.at("/finish/original")).map(current::isAfter))
                        .orElse(false))
                .count();
    }

    Chart money(Table table) {
        var bars = new ArrayList<Bars.Bar>();
        for (var item : model.path("items")) {
            var planned = item.at("/cost/planned/amount");
            var actual = item.at("/cost/actual/amount");
            if (item.path("kind").asText().equals("project") && planned.isNumber()) {
                bars.add(new Bars.Bar(
                        name(item),
                        planned.asDouble(),
                        words.money(planned.decimalValue(), "USD"),
                        "bar2",
                        actual.isNumber() ? actual.asDouble() : 0,
                        actual.isNumber() ? words.money(actual.decimalValue(), "USD") : words.say("notReported")));
            }
        }
        bars.sort((one, other) -> Double.compare(other.value(), one.value()));
        return new Chart(
                "money",
                words.say("dash.money.heading"),
                moneyLead(),
                bars.isEmpty() ? null : new Bars(words.say("chart.money"), first(bars)),
                words.say("dash.money.empty"),
                new Legend(words.say("chart.planned"), words.say("chart.actual")),
                table,
                false);
    }

    private String moneyLead() {
        var planned = model.at("/glance/cost/planned/amount");
        var actual = model.at("/glance/cost/actual/amount");
        if (!planned.isNumber()) {
            return words.say("dash.money.empty");
        }
        var plan = words.money(planned.decimalValue(), "USD");
        return actual.isNumber()
                ? words.say(
                        "dash.money.lead",
                        plan,
                        words.money(actual.decimalValue(), "USD"),
                        model.at("/glance/projectsWithoutActualCost").asLong())
                : words.say("dash.money.unspent", plan);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static Optional<LocalDate> day(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(LocalDate.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static String name(JsonNode item) {
        return item.path("title").isTextual()
                ? item.path("title").asText()
                : item.path("number").asText();
    }
}
