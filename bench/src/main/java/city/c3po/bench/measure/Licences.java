package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.tool.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a city's inventory stands at: the licences of its products against the machines that have them. */
final class Licences {
    private static final String POSITIONS = "/v1/licence-positions";
    private static final int QUANTITY = 1_000;

    private final InventoryDoor inventory;

    Licences(InventoryDoor inventory) {
        this.inventory = inventory;
    }

    /** What cannot be measured here takes nothing from the import that came before: its figures stand. */
    Outcome outcome(Workbench bench, int machines) throws InterruptedException {
        try {
            buy();
            return Outcome.measured(
                    "licences",
                    measured(bench, machines),
                    List.of(String.format(
                            Locale.ROOT,
                            "Licence positions: POST /v1/licence-positions/measure, of %,d machines, each with one of %d"
                                    + " products that are licensed by device, city-wide and for a department; the first"
                                    + " writes them all, the others find nothing new. All machines are counted.",
                            machines,
                            FeedFile.PRODUCTS)));
        } catch (Trouble trouble) {
            bench.say("no licence positions");
            return Outcome.failed("licences", "No figure for licence positions: " + trouble.getMessage());
        }
    }

    /** Of each product for the city, and for a department of its own. */
    private void buy() throws InterruptedException {
        for (int n = 0; n < FeedFile.PRODUCTS; n++) {
            var product = inventory
                    .post("/v1/software-products", """
                            {"publisher": "Bench", "product": "%s"}""".formatted(FeedFile.product(n)))
                    .path("id")
                    .asText();
            entitle(product, "");
            entitle(product, ", \"department\": \"DEP-LIB\"");
        }
    }

    private void entitle(String product, String more) throws InterruptedException {
        inventory.post("/v1/entitlements", """
                {"product": "%s", "metric": "DEVICE", "quantity": %d, "termStart": "2020-01-01",
                 "cost": {"amount": 25000.00, "currency": "USD"}%s}""".formatted(product, QUANTITY, more));
    }

    private List<Figure> measured(Workbench bench, int machines) throws InterruptedException {
        bench.say("measuring licence positions");
        var first = seconds();
        requireAllCounted(machines);
        var again = new ArrayList<Double>();
        for (int n = 0; n < bench.plan().rounds(); n++) {
            again.add(seconds());
        }
        bench.say("%s, and again in %s"
                .formatted(Unit.SECONDS.showWithSymbol(first), Unit.SECONDS.showWithSymbol(again.getLast())));
        return List.of(
                Figure.of("licence positions, first measured", Unit.SECONDS, Series.of(first)),
                Figure.of("licence positions, measured again", Unit.SECONDS, Series.of(again)));
    }

    private double seconds() throws InterruptedException {
        var begin = System.nanoTime();
        inventory.post(POSITIONS + "/measure", "");
        return (System.nanoTime() - begin) / 1e9;
    }

    private void requireAllCounted(int machines) throws InterruptedException {
        var cities = inventory
                .get(POSITIONS + "?city=true&metric=DEVICE&limit=" + FeedFile.PRODUCTS)
                .path("items");
        long counted = 0;
        for (var position : cities) {
            counted += position.path("consumed").asLong();
        }
        if (cities.size() != FeedFile.PRODUCTS || counted != machines) {
            throw new Trouble(
                    "%d positions of the city count %d machines, not %d".formatted(cities.size(), counted, machines));
        }
    }
}
