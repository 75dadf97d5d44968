package city.c3po.bench.measure;

/** The change feed as a job reads it: from one page's end to the next, waiting when there is nothing new. */
final class Feed {
    private static final String WAIT = "wait=25";

    private final Api api;
    private String next;

    Feed(Api api) throws InterruptedException {
        this.api = api;
        this.next = "/v1/changes?since=latest&mode=log";
        this.next = following(api.get(next));
    }

    /** One page, as soon as it has something in it. */
    void await(Sightings sightings) throws InterruptedException {
        var page = api.get(next, "Prefer", WAIT);
        var now = System.nanoTime();
        for (var item : page.path("items")) {
            sightings.seen(item.path("subject").path("id").asText(), now);
        }
        next = following(page);
    }

    private static String following(com.fasterxml.jackson.databind.JsonNode answer) {
        var page = answer.path("page");
        return page.path(page.path("hasMore").asBoolean() ? "next" : "delta").asText();
    }
}
