package city.c3po.charter.charter;

import city.c3po.charter.project.Project;
import city.c3po.charter.template.CharterTemplate;
import city.c3po.charter.template.SeatRole;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A charter in memory, for tests of other packages. */
public final class Sample {
    public static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    public static final Actor OFFICE = person("paul", Roles.PORTFOLIO_MANAGER);

    private Sample() {}

    /** Each seat is held by somebody who is called like its role. */
    public static Charter charter(CharterTemplate template) {
        var project = project(null, null, "DEP-PW");
        var charter = new Charter(OFFICE, project, template, "Website", CharterContent.EMPTY, false, 2026, NOON);
        charter.draft(OFFICE, project, Map.of(), List.of(), NOON);
        for (var seat : charter.roster().seats()) {
            charter.assignSeat(OFFICE, seat.key(), holder(seat.role()), null, NOON);
        }
        return charter;
    }

    public static String holder(SeatRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    public static Actor person(String sub, String role) {
        return new Actor(sub, "issuer", "c3po-cli", sub, Set.of(role), Set.of(), Set.of(), Set.of(), null, null);
    }

    public static Project project(
            @Nullable String sponsor, @Nullable String ppm, String sponsoring, String... affected) {
        return new Project(
                "p-1",
                "PRJ-2026-0001",
                null,
                "INITIATING",
                "LITE",
                sponsoring,
                List.of(affected),
                sponsor,
                ppm,
                null,
                null,
                null,
                false,
                null);
    }
}
