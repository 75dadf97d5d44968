package city.c3po.portfolio.initiative;

import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.triage.Profile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What departments ask for in the tests. */
final class Proposals {
    private Proposals() {}

    /** All that a draft needs. */
    static Proposal bare() {
        return of("DEP-PW", null, null, null, null, Profile.UNANSWERED);
    }

    /** Small in every respect. */
    static Proposal minor() {
        return costing("100000.00");
    }

    static Proposal major() {
        return costing("500000.01");
    }

    static Proposal costing(String likely) {
        return of(
                "DEP-PW",
                List.of(),
                new Cost(List.of(new Cost.Estimate(2027, null, Money.of(likely), null)), null),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 12, 31),
                Profile.ALL_NO);
    }

    static Proposal of(
            String sponsor,
            @Nullable List<String> affected,
            @Nullable Cost cost,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            Profile profile) {
        return new Proposal(
                "Website Recovery Project",
                sponsor,
                affected,
                null,
                null,
                cost,
                start,
                finish,
                profile,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    static Proposal knownAs(String source, String key) {
        return minor().knownAs(new ExternalRef(source, key));
    }

    static Proposal tagged(Proposal said, String tag) {
        return new Proposal(
                said.title(),
                said.sponsoringDepartment(),
                said.affectedDepartments(),
                said.what(),
                said.why(),
                said.cost(),
                said.start(),
                said.finish(),
                said.profile(),
                said.vendor(),
                said.product(),
                said.fundingLine(),
                said.riskOfNotDoing(),
                said.kind(),
                List.of(tag),
                said.externalRefs(),
                said.sampleData());
    }
}
