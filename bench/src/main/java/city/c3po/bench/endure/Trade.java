package city.c3po.bench.endure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of work: records are made, and each is changed several times by whoever made it.
 *
 * @param part whose records they are
 * @param user who does it
 * @param on what each record is about, made just before it; or null
 * @param path where records are made
 * @param body of a record, with its text and the id of what it is about
 * @param member where the record keeps the text, by which it is known again
 * @param verbs what is done with it in the end, one after the other
 * @param traits what can be done and checked with such records
 */
record Trade(
        String part,
        String user,
        @Nullable Trade on,
        String path,
        Body body,
        String member,
        List<String> verbs,
        Set<Trait> traits) {
    enum Trait {
        /** Its text can be changed by a merge patch. */
        EDITED,
        /** Its history can be verified. */
        CHAINED,
        /** The jobs that follow the change feed may see it there. */
        TOLD
    }

    private static final Set<Trait> ALL_TRAITS = EnumSet.allOf(Trait.class);

    private static final Trade PROJECTS = new Trade(
            "portfolio",
            "ppm",
            null,
            "/v1/projects",
            (text, none) -> "{\"title\": \"%s\", \"sponsoringDepartment\": \"DEP-PW\"}".formatted(text),
            "title",
            List.of(),
            ALL_TRAITS);

    static final List<Trade> ALL = List.of(
            new Trade(
                    "portfolio",
                    "submitter",
                    null,
                    "/v1/initiatives",
                    (text, none) -> "{\"title\": \"%s\", \"sponsoringDepartment\": \"DEP-PW\"}".formatted(text),
                    "title",
                    List.of("submit"),
                    ALL_TRAITS),
            new Trade(
                    "charter",
                    "ppm",
                    PROJECTS,
                    "/v1/charters",
                    (text, project) -> "{\"project\": \"%s\", \"title\": \"%s\"}".formatted(project, text),
                    "title",
                    List.of(),
                    ALL_TRAITS),
            new Trade(
                    "inventory",
                    "ppm",
                    null,
                    "/v1/assets",
                    (text, none) -> "{\"kind\": \"HARDWARE\", \"name\": \"%s\"}".formatted(text),
                    "name",
                    List.of(),
                    ALL_TRAITS),
            new Trade(
                    "audit",
                    "auditor",
                    null,
                    "/v1/audits",
                    (text, none) -> """
                            {"title": "%s", "issuerKind": "CITY_AUDITOR", "body": "city-auditor", "issued": "2026-03-02"}""".formatted(text),
                    "title",
                    List.of(),
                    EnumSet.of(Trait.TOLD)),
            new Trade(
                    "reporting",
                    "ppm",
                    null,
                    "/v1/report-cycles",
                    (text, none) -> """
                            {"title": "%s", "body": "endurance", "cutOff": "2026-02-28", "meetingDate": "2026-03-05"}""".formatted(text),
                    "title",
                    List.of(),
                    EnumSet.of(Trait.EDITED, Trait.CHAINED)));

    Trade {
        verbs = List.copyOf(verbs);
        traits = Set.copyOf(traits);
    }

    interface Body {
        String of(String text, String on);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    String edit(String text) {
        return "{\"%s\": \"%s\"}".formatted(member, text);
    }

    /** The path without ids, so that the same complaint is the same. */
    static String template(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/{id}");
    }
}
