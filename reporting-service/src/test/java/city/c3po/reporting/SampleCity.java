package city.c3po.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A city with the projects, charters and audit recommendations of the seeds, as their services publish them. What the
 * seeds do not say, such as amounts and dates, is made up and marked as sample data.
 */
public final class SampleCity {
    private record Made(
            String title,
            String state,
            String computed,
            String reported,
            int planned,
            Integer actual,
            int startMonth,
            int months) {}

    private static final List<Made> PROJECTS = List.of(
            new Made("My San Jose (SJ311)", "EXECUTING", "GREEN", "GREEN", 620_000, 310_500, 0, 18),
            new Made("AMANDA7 Upgrade", "EXECUTING", "AMBER", "GREEN", 1_450_000, 1_210_000, -6, 20),
            new Made("Website Recovery Project", "CLOSING", "GREEN", "GREEN", 380_000, 372_250, -9, 14),
            new Made("Business Tax Amnesty", "PLANNING", null, null, 240_000, null, 2, 9),
            new Made("FMS Upgrade", "PROCURING", "RED", "AMBER", 3_900_000, 145_000, -2, 30),
            new Made("Revenue Upgrade", "EXECUTING", "RED", "RED", 2_100_000, 1_980_000, -8, 22),
            new Made("Workers Comp Upgrade", "INITIATING", null, "GREEN", 510_000, null, 3, 12),
            new Made("Treasury Management System", "ON_HOLD", "AMBER", "AMBER", 890_000, 90_400, -4, 16));

    private record Recommended(
            int number, String finding, String solution, String status, String verified, int done, int of) {}

    private static final List<Recommended> RECOMMENDATIONS = List.of(
            new Recommended(
                    1,
                    "Updated Technology Policy and Guidelines",
                    "The (new) Technology Management and Deployments Policy and Guidelines",
                    "NEARLY_IMPLEMENTED",
                    "PARTLY_IMPLEMENTED",
                    9,
                    12),
            new Recommended(
                    2,
                    "All relevant levels of product users and stakeholders",
                    "Updated policy and charter template",
                    "NEARLY_IMPLEMENTED",
                    "NOT_IMPLEMENTED",
                    3,
                    4),
            new Recommended(
                    3,
                    "Identify Waterfall or Agile approach pre-procurement",
                    "Updated policy and charter template",
                    "NEARLY_IMPLEMENTED",
                    "NOT_IMPLEMENTED",
                    5,
                    6),
            new Recommended(
                    7,
                    "Limit loss of knowledge; key documents on a shared platform",
                    "C3PO SharePoint archives; C3PO Center of Excellence",
                    "ACTIVE_INITIATIVE",
                    "NOT_IMPLEMENTED",
                    2,
                    8),
            new Recommended(
                    8,
                    "Key vendor staff: ensure continuity with turnover; approval of key vendor staff",
                    "In vendor contract template, plus listing of staff",
                    "CLAIMED_IMPLEMENTED",
                    "IMPLEMENTED",
                    6,
                    6),
            new Recommended(
                    9,
                    "Reporting to Council Committee: regular, report deltas, public dashboard",
                    "Every other month reporting status to Smart Cities Committee",
                    "ACTIVE_INITIATIVE",
                    "PARTLY_IMPLEMENTED",
                    5,
                    6),
            new Recommended(
                    10,
                    "Comprehensive and up-to-date inventory; full lifecycle",
                    "Inventory of all IT assets, including software and subscriptions",
                    "ACTIVE_INITIATIVE",
                    "NOT_IMPLEMENTED",
                    61,
                    100));

    private SampleCity() {}

    private static String money(Integer amount) {
        return amount == null ? "null" : "{\"amount\":" + amount + ".00,\"currency\":\"USD\"}";
    }

    private static String text(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static String reason(Made made) {
        return made.computed() == null || made.computed().equals(made.reported())
                ? "null"
                : text("The figures do not know yet that the plan was agreed anew.");
    }

    private static String project(City city, int number) {
        return "\"project\":{\"type\":\"project\",\"id\":\"" + city.body + "-" + number + "\",\"number\":\"PRJ-2026-000"
                + number + "\",\"href\":\"/v1/projects/x\"}";
    }

    /** @param moved whether it is a while later */
    public static void tell(City city, Instant at, LocalDate today, boolean moved) {
        int number = 0;
        for (var made : PROJECTS) {
            number++;
            var start = today.plusMonths(made.startMonth());
            var finish = start.plusMonths(made.months());
            boolean late = moved && made.reported() != null && !made.reported().equals("GREEN");
            var members = "\"number\":\"PRJ-2026-000" + number + "\",\"title\":\"" + made.title()
                    + "\",\"sampleData\":true,\"tier\":\"MAJOR\",\"sponsoringDepartment\":\""
                    + List.of("DEP-PW", "DEP-LIB", "DEP-FIN").get(number % 3) + "\",\"state\":\""
                    + (moved && made.state().equals("PLANNING") ? "EXECUTING" : made.state()) + "\",\"start\":\""
                    + start
                    + "\",\"finish\":\"" + finish + "\",\"colour\":{\"computed\":" + text(made.computed())
                    + ",\"reported\":"
                    + text(made.reported()) + ",\"reason\":" + reason(made) + "},\"budget\":" + money(made.planned())
                    + ",\"baseline\":{\"original\":{\"cost\":" + money(made.planned()) + ",\"finish\":\"" + finish
                    + "\"},\"current\":{\"cost\":" + money(made.planned()) + ",\"finish\":\""
                    + (late ? finish.plusMonths(2) : finish) + "\"},\"rebaselines\":" + (late ? 1 : 0)
                    + "},\"forecast\":"
                    + (made.actual() == null
                            ? "null"
                            : "{\"cost\":" + money(made.planned() * 11 / 10) + ",\"finish\":\"" + finish.plusMonths(1)
                                    + "\",\"asOf\":\"" + today + "\"}")
                    + ",\"actual\":"
                    + (made.actual() == null ? "null" : "{\"cost\":" + money(made.actual()) + ",\"finish\":null}")
                    + ",\"gates\":[{\"gate\":\"G1\",\"state\":\"OPEN\",\"due\":\"" + start
                    + "\"},{\"gate\":\"G2\",\"state\":\""
                    + (made.state().equals("INITIATING") ? "CLOSED" : "OPEN") + "\",\"due\":\"" + start.plusMonths(2)
                    + "\"}]";
            city.tell("project", moved ? "edited" : "created", city.body + "-" + number, at, members);
        }
        for (var one : RECOMMENDATIONS) {
            city.tell(
                    "recommendation",
                    moved ? "claimed" : "recommendationIssued",
                    city.body + "-" + one.number(),
                    at,
                    "\"number\":\"2019-%02d\",".formatted(one.number()) + "\"sampleData\":true,\"ordinal\":"
                            + one.number() + ",\"area\":\"Chartering\",\"finding\":\""
                            + one.finding() + "\",\"solution\":\"" + one.solution()
                            + "\",\"department\":\"DEP-IT\",\"managementStatus\":\"" + one.status()
                            + "\",\"verifiedStatus\":\""
                            + one.verified() + "\",\"evidence\":{\"measure\":{\"numerator\":" + one.done()
                            + ",\"denominator\":"
                            + one.of() + ",\"target\":0.9}}");
        }
        if (!moved) {
            city.tell(
                    "charter",
                    "drafted",
                    city.body + "-1",
                    at,
                    "\"number\":\"CHA-2026-0001\",\"title\":\"Charter of SJ311\",\"state\":\"DRAFT\",\"seats\":[1,2,3]");
            city.tell(
                    "risk",
                    "raised",
                    city.body + "-1",
                    at,
                    "\"number\":\"RSK-2026-0001\",\"title\":\"The vendor's key staff may leave\",\"state\":\"OPEN\",\"exposure\":\"HIGH\",\"response\":\"A second expert is trained\",\"project\":{\"type\":\"project\",\"id\":\"x\",\"number\":\"PRJ-2026-0001\",\"href\":\"/v1/projects/x\"}");
        } else {
            city.tell(
                    "charter",
                    "committed",
                    city.body + "-1",
                    at,
                    "\"number\":\"CHA-2026-0001\",\"title\":\"Charter of SJ311\",\"state\":\"COMMITTED\",\"seats\":[1,2,3],\"contentHash\":\"ab\"");
            city.tell(
                    "statusReport",
                    "published",
                    city.body + "-5",
                    at,
                    project(city, 5) + ",\"state\":\"PUBLISHED\",\"end\":\"" + today.minusDays(10)
                            + "\",\"summary\":\"The first data migration takes two months longer than thought.\"");
            city.tell(
                    "benefit",
                    "readOff",
                    city.body + "-1",
                    at,
                    "\"number\":\"BEN-2026-0001\"," + project(city, 1)
                            + ",\"state\":\"TRACKED\",\"text\":{\"title\":\"Requests are closed sooner\",\"measure\":\"Days until a request is closed\","
                            + "\"unit\":\"days\",\"baseline\":12,\"target\":5,\"due\":\"" + today.plusMonths(24)
                            + "\"},\"reached\":{\"value\":0.4286,\"reason\":null},\"realised\":{\"amount\":1200.00,\"currency\":\"USD\"}");
        }
    }
}
