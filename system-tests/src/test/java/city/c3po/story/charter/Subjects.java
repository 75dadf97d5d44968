package city.c3po.story.charter;

import city.c3po.story.suite.RunningSuite;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Who is who in the local realm, and which day it is there. */
final class Subjects {
    private static final List<String> USERS = List.of(
            "submitter",
            "submitter-2",
            "ppm",
            "ppm-2",
            "sponsor",
            "department-head",
            "department-head-2",
            "cio",
            "product-owner",
            "finance-officer",
            "security-officer",
            "it-liaison",
            "board-chair",
            "board-member-1",
            "board-member-2",
            "board-member-3",
            "board-member-4");

    private Subjects() {}

    static String of(String user) {
        return "00000000-0000-7000-8000-0000000000%02d".formatted(USERS.indexOf(user) + 1);
    }

    /** Of the business clock, which stories move. */
    static LocalDate today(RunningSuite suite) {
        var time = suite.c3po("clock").lines().findFirst().orElseThrow().split(" +")[1];
        return Instant.parse(time).atZone(ZoneId.of("America/Los_Angeles")).toLocalDate();
    }
}
