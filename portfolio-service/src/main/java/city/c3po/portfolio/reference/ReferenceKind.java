package city.c3po.portfolio.reference;

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

    String href(String id) {
        return "/v1/" + plural + "/" + id;
    }
}
