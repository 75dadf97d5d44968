package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.tool.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The last two hundred changes, asked for by a job that knows all before: of a short log, and of the same log when
 * it is long, which it makes by itself.
 */
final class DeltaPage implements Measure {
    private static final int PAGE = 200;
    private static final long SHORT = 10_000;
    private static final int LONG = 1_000_000;
    private static final int TIMES = 200;
    private static final double TOLERANCE = 1.2;
    private static final Duration FILLING = Duration.ofMinutes(20);

    /** As the service writes them: a thousand lines a record, with a state of half a kilobyte. */
    private static final String GROW = """
            insert into change (seq, subject_type, subject_id, version, op, present_before, present, changes, state, access,
                                occurred_at, recorded_at, source, event_id, event_type, previous)
            select head + n, 'bulk', 'b' || n %% 1000, n, 'updated', true, true, '[{"path": "/title", "from": "a", "to": "b"}]',
                   jsonb_build_object('title', 'b', 'text', repeat('x', 400)),
                   '{"classification": "INTERNAL", "departments": ["DEP-PW"], "people": [], "bodies": [], "sources": []}',
                   now(), now(), 'portfolio', 'bench', 'city.c3po.bulk.edited.v1',
                   coalesce(lag(head + n) over (partition by n %% 1000 order by n),
                            (select max(seq) from change where subject_type = 'bulk' and subject_id = 'b' || n %% 1000))
            from change_counter, generate_series(1, %1$d) n
            order by n;
            update change_counter set head = head + %1$d;
            """;

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String question() {
        return "A page of the last %d changes, from a short log and from a long one".formatted(PAGE);
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        var suite = bench.running();
        Backlog.drain(suite);
        try (var api = new Api(suite.address("reporting"), suite.token("reporting-job"))) {
            var small = times(bench, api, SHORT, "page from a short log");
            var large = times(bench, api, bench.plan().share(LONG), "page from a long log");
            return Outcome.measured(
                    name(),
                    List.of(small, large.over(small).times(TOLERANCE)),
                    List.of(String.format(
                            Locale.ROOT,
                            "Median of %d rounds of %d requests one after the other, mode=net, limit=%d, directly; the log has %,d lines and then %,d.",
                            bench.plan().rounds(),
                            TIMES,
                            PAGE,
                            SHORT,
                            bench.plan().share(LONG))));
        }
    }

    private static Figure times(Workbench bench, Api api, long lines, String name) throws InterruptedException {
        bench.say("growing the log to %,d lines".formatted(lines));
        grow(bench, lines - PAGE - head(api));
        var delta = api.get("/v1/changes?since=latest&limit=" + PAGE)
                .at("/page/delta")
                .asText();
        grow(bench, PAGE);
        bench.suite().postgres().run("reporting", "vacuum analyze change;\ncheckpoint;\n", FILLING, bench.work());
        var items = api.get(delta).path("items").size();
        if (items != PAGE) {
            throw new Trouble("The page has %d items, not %d".formatted(items, PAGE));
        }
        round(api, delta);
        var rounds = new ArrayList<Double>();
        for (int n = 1; n <= bench.plan().rounds(); n++) {
            rounds.add(round(api, delta));
            bench.say("round %d: %s".formatted(n, Unit.MILLISECONDS.showWithSymbol(rounds.getLast())));
        }
        return Figure.of(name, Unit.MILLISECONDS, Series.of(rounds));
    }

    private static double round(Api api, String delta) throws InterruptedException {
        var times = new ArrayList<Double>();
        for (int n = 0; n < TIMES; n++) {
            var begin = System.nanoTime();
            api.text(delta);
            times.add((System.nanoTime() - begin) / 1e6);
        }
        return Series.of(times).median();
    }

    private static void grow(Workbench bench, long lines) throws InterruptedException {
        if (lines > 0) {
            bench.suite().postgres().run("reporting", GROW.formatted(lines), FILLING, bench.work());
        }
    }

    private static long head(Api api) throws InterruptedException {
        return api.get("/v1/changes?since=latest").path("head").asLong();
    }
}
