package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** A subscription of the reporting job, for tests that need one to exist. */
public final class SubscriptionSample {
    private static final String NAME = "sample-of-the-job";

    private SubscriptionSample() {}

    public static String name() {
        var answer =
                Job.reader().put("/v1/change-subscriptions/" + NAME, "{\"types\":[\"sample\"]}", "If-None-Match", "*");
        assertTrue(List.of(201, 412).contains(answer.status()), answer.text());
        return NAME;
    }
}
