package city.c3po.portfolio.cost;

import static city.c3po.portfolio.cost.CostRule.COSTED_PROJECT_KNOWN;
import static city.c3po.portfolio.cost.CostRule.ENTRIES_POSTABLE;
import static city.c3po.portfolio.cost.CostRule.FUNDING_LINE_KNOWN;
import static city.c3po.portfolio.cost.CostRule.LEDGER_CURRENCY;
import static city.c3po.portfolio.cost.CostRule.NATIVE_KEY_ONCE;
import static city.c3po.portfolio.cost.CostRule.ONE_PROJECT_NAMED;
import static city.c3po.portfolio.cost.CostRule.PERIOD_OPEN;
import static city.c3po.portfolio.cost.CostRule.POSTED_BY_ITS_SYSTEM;
import static city.c3po.portfolio.cost.CostRule.SOURCE_NAMED;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.time.CityCalendar;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.project.MoneyActual;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectFacts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.ExternalRefs;
import city.c3po.portfolio.reference.FundingLineCodes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts what a finance system says: each entry is judged by itself, and the projects learn what it comes to. */
@Singleton
class Posting {
    private final CostEntries entries;
    private final Ledger ledger;
    private final Projects projects;
    private final ProjectFacts facts;
    private final ExternalRefs refs;
    private final FundingLineCodes fundingLines;

    Posting(
            CostEntries entries,
            Ledger ledger,
            Projects projects,
            ProjectFacts facts,
            ExternalRefs refs,
            FundingLineCodes fundingLines) {
        this.entries = entries;
        this.ledger = ledger;
        this.projects = projects;
        this.facts = facts;
        this.refs = refs;
        this.fundingLines = fundingLines;
    }

    CostOutcomes post(Actor by, CostBatch batch, Instant at) {
        var source = sourceOf(by, batch);
        // projects are locked in the order of their ids, and locked they post one batch after the other
        var owners = new TreeMap<UUID, Project>();
        var named = batch.items().stream().map(this::projectOf).toList();
        named.stream()
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .forEach(id -> projects.locked(id).ifPresent(project -> owners.put(id, project)));
        var known = new HashMap<>(entries.known(
                source, batch.items().stream().map(CostEntryText::nativeKey).toList()));
        var books = new HashMap<UUID, Book>();
        owners.forEach((id, owner) -> books.put(id, new Book(ledger.closedThrough(id), currencyOf(owner))));
        var outcomes = new ArrayList<CostOutcome>();
        var touched = new TreeSet<UUID>();
        for (int n = 0; n < batch.items().size(); n++) {
            var said = batch.items().get(n);
            var owner = named.get(n).map(owners::get);
            var outcome = posted(source, said, owner.orElse(null), books, known, at);
            if (outcome.result() == CostOutcome.Result.POSTED) {
                touched.add(owner.orElseThrow().id());
            }
            outcomes.add(outcome);
        }
        if (Boolean.TRUE.equals(batch.atomic())) {
            requireAll(outcomes);
        }
        touched.forEach(project -> tell(project, at));
        return CostOutcomes.of(outcomes);
    }

    private CostOutcome posted(
            String source,
            CostEntryText said,
            @Nullable Project owner,
            Map<UUID, Book> books,
            Map<String, CostEntry> known,
            Instant at) {
        var faults = new ArrayList<Fault>();
        if ((said.project() == null) == (said.projectRef() == null)) {
            faults.add(ONE_PROJECT_NAMED.at("/project"));
        } else if (owner == null) {
            faults.add(COSTED_PROJECT_KNOWN.at(said.project() == null ? "/projectRef" : "/project"));
        }
        if (owner == null) {
            return new CostOutcome(said.nativeKey(), CostOutcome.Result.REFUSED, null, faults);
        }
        var before = known.get(said.nativeKey());
        if (before != null) {
            return before.says(said, owner.id())
                    ? new CostOutcome(said.nativeKey(), CostOutcome.Result.KNOWN, before.id(), List.of())
                    : new CostOutcome(
                            said.nativeKey(),
                            CostOutcome.Result.REFUSED,
                            null,
                            List.of(NATIVE_KEY_ONCE.at("/nativeKey")));
        }
        if (!fundingLines.known(said.fundingLine())) {
            faults.add(FUNDING_LINE_KNOWN.at("/fundingLine"));
        }
        var book = Objects.requireNonNull(books.get(owner.id()));
        if (book.currency() != null && !said.amount().currency().equals(book.currency())) {
            faults.add(LEDGER_CURRENCY.at("/amount/currency"));
        }
        if (book.closed() != null && !said.postedOn().isAfter(book.closed())) {
            faults.add(PERIOD_OPEN.at("/postedOn"));
        }
        if (!faults.isEmpty()) {
            return new CostOutcome(said.nativeKey(), CostOutcome.Result.REFUSED, null, faults);
        }
        var entry = new CostEntry(
                Uuid7.next(),
                owner.id(),
                source,
                said.nativeKey(),
                said.kind(),
                said.amount(),
                said.postedOn(),
                CityCalendar.fiscalYearOf(said.postedOn()),
                CostEntry.periodOf(said.postedOn()),
                said.fundingLine(),
                said.corrects(),
                said.text(),
                at);
        entries.add(entry);
        known.put(entry.nativeKey(), entry);
        books.put(owner.id(), new Book(book.closed(), said.amount().currency()));
        return new CostOutcome(entry.nativeKey(), CostOutcome.Result.POSTED, entry.id(), List.of());
    }

    /**
     * What the ledger of a project says before an entry, read once for all of them.
     *
     * @param currency null while neither an entry nor the budget has one
     */
    private record Book(
            @Nullable LocalDate closed, @Nullable String currency) {}

    private @Nullable String currencyOf(Project owner) {
        var budget = owner.plan().budget();
        var used = ledger.currency(owner.id());
        return used != null ? used : budget == null ? null : budget.currency();
    }

    private Optional<UUID> projectOf(CostEntryText said) {
        if (said.project() != null) {
            return Optional.of(said.project());
        }
        return said.projectRef() == null
                ? Optional.empty()
                : refs.find(Projects.KIND, ExternalRef.of(said.projectRef())).map(UUID::fromString);
    }

    private static void requireAll(List<CostOutcome> outcomes) {
        var faults = new ArrayList<Fault>();
        for (int n = 0; n < outcomes.size(); n++) {
            var place = "/items/" + n;
            outcomes.get(n)
                    .errors()
                    .forEach(fault -> faults.add(new Fault(place + fault.pointer(), fault.code(), fault.detail())));
        }
        if (!faults.isEmpty()) {
            throw ENTRIES_POSTABLE.violated(faults);
        }
    }

    private void tell(UUID project, Instant at) {
        var currency = ledger.currency(project);
        var actual = ledger.money(project, CostKind.ACTUAL);
        var bound = ledger.money(project, CostKind.ENCUMBRANCE);
        var nothing = new Money(BigDecimal.ZERO, currency);
        facts.spent(project, new MoneyActual(actual, bound == null ? nothing : bound), at);
    }

    private static String sourceOf(Actor by, CostBatch batch) {
        var source = batch.source();
        if (source == null) {
            SOURCE_NAMED.require(by.sources().size() == 1);
            return by.sources().iterator().next();
        }
        POSTED_BY_ITS_SYSTEM.require(by.feeds(source));
        return source;
    }
}
