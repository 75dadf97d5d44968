package city.c3po.reporting.dashboard;

import city.c3po.reporting.rendering.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The few figures that stand first. What nobody reported says so, and is never zero. */
final class KeyFigures {
    private KeyFigures() {}

    static List<Dashboard.Figure> of(JsonNode model, Words words) {
        var glance = model.path("glance");
        long all = glance.path("projects").asLong() + glance.path("initiatives").asLong();
        var figures = new ArrayList<Dashboard.Figure>();
        figures.add(new Dashboard.Figure(words.number(all), words.say("dash.projects"), false));
        figures.add(
                anyColour(glance)
                        ? new Dashboard.Figure(
                                words.number(
                                        glance.at("/byColourReported/GREEN").asLong()),
                                words.say("dash.onTrack"),
                                false)
                        : absent("dash.onTrack", words));
        figures.add(money(glance.at("/cost/planned"), "dash.planned", words));
        figures.add(money(glance.at("/cost/actual"), "dash.actual", words));
        figures.add(
                model.path("recommendations").isArray()
                        ? new Dashboard.Figure(words.number(open(model)), words.say("dash.recommendations"), false)
                        : absent("dash.recommendations", words));
        return figures;
    }

    private static long open(JsonNode model) {
        long open = 0;
        for (var row : model.path("rollForward")) {
            if (row.path("measure").asText().equals("recommendations")) {
                open += row.path("closing").asLong();
            }
        }
        return open;
    }

    private static boolean anyColour(JsonNode glance) {
        return List.of("GREEN", "AMBER", "RED").stream()
                .anyMatch(colour -> glance.at("/byColourReported/" + colour).asLong() > 0);
    }

    private static Dashboard.Figure money(JsonNode money, String label, Words words) {
        return money.path("amount").isNumber()
                ? new Dashboard.Figure(
                        words.money(
                                money.path("amount").decimalValue(),
                                money.path("currency").asText("USD")),
                        words.say(label),
                        false)
                : absent(label, words);
    }

    private static Dashboard.Figure absent(String label, Words words) {
        return new Dashboard.Figure(words.say("notReported"), words.say(label), true);
    }
}
