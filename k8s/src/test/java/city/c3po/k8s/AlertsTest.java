package city.c3po.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards speak of numbers that somebody measures, and every alert has its page in the runbook. */
class AlertsTest {
    private static final Pattern OURS = Pattern.compile("\\bc3po_[a-z_]+");
    private static final Pattern METER = Pattern.compile("\"(c3po_[a-z_]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^## ([A-Za-z]+)$");

    @Test
    void every_number_of_ours_is_one_that_the_code_registers() {
        var registered = Stream.concat(
                        Stream.of(Repository.root().resolve("platform-events")),
                        Repository.programs().map(Repository.Program::folder))
                .flatMap(module -> Repository.sources(module).stream())
                .flatMap(file -> METER.matcher(Repository.text(file)).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        var used = new TreeSet<String>();
        for (var expression : expressions()) {
            // Prometheus sees a counter with this ending.
            OURS.matcher(expression)
                    .results()
                    .forEach(found -> used.add(found.group().replaceAll("_total$", "")));
        }
        assertTrue(used.size() >= 5, used.toString());
        used.removeAll(registered);
        assertEquals(Set.of(), used, "measured by nobody");
    }

    @Test
    void every_alert_has_a_page_and_every_page_an_alert() {
        var pages = new TreeSet<String>();
        HEADING.matcher(Repository.text(Repository.root().resolve("docs/runbook.md")))
                .results()
                .forEach(found -> pages.add(found.group(1)));
        TreeSet<String> alerts =
                rules().map(rule -> rule.path("alert").asText()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(alerts, pages);
    }

    @Test
    void every_dashboard_is_json_with_panels() throws JsonProcessingException {
        for (var text : dashboards()) {
            var dashboard = new ObjectMapper().readTree(text);
            assertTrue(
                    dashboard.path("panels").size() >= 5,
                    dashboard.path("title").asText());
        }
        assertEquals(3, dashboards().size());
    }

    private static Stream<JsonNode> rules() {
        return Overlay.of("production")
                .kind("PrometheusRule")
                .flatMap(rule -> rule.findValues("rules").stream())
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false));
    }

    private static List<String> dashboards() {
        return Overlay.of("production")
                .kind("ConfigMap")
                .filter(map -> map.at("/metadata/name").asText().startsWith("dashboard-"))
                .map(map -> map.path("data").elements().next().asText())
                .toList();
    }

    private static List<String> expressions() {
        return Stream.concat(rules().map(rule -> rule.path("expr").asText()), dashboards().stream())
                .toList();
    }
}
