package city.c3po.portfolio.reference;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The five kinds of reference data. */
enum ReferenceKind {
    DEPARTMENT("department", "departments"),
    PERSON("person", "people"),
    VENDOR("vendor", "vendors"),
    FUNDING_LINE("fundingLine", "funding-lines"),
    CALENDAR("calendar", "calendars");

    private final String aggregate;
    private final String plural;

    ReferenceKind(String aggregate, String plural) {
        this.aggregate = aggregate;
        this.plural = plural;
    }

    /** As in the types of its events. */
    String aggregate() {
        return aggregate;
    }

    /** A subject may hold what a path may not: {@code auth0|5f7c…}. */
    String href(String id) {
        return "/v1/" + plural + "/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
