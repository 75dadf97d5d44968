package city.c3po.audit.recommendation;

import static city.c3po.audit.recommendation.RecommendationRule.DEPENDENCIES_ACYCLIC;
import static city.c3po.audit.recommendation.RecommendationRule.DEPENDENCIES_KNOWN;
import static city.c3po.audit.recommendation.RecommendationRule.KNOWN_MILESTONE;
import static city.c3po.audit.recommendation.RecommendationRule.MILESTONES_BEFORE_DONE;
import static city.c3po.audit.recommendation.RecommendationRule.MILESTONE_KEY_ONCE;
import static city.c3po.audit.recommendation.RecommendationRule.MILESTONE_OPEN;
import static city.c3po.audit.recommendation.RecommendationRule.SHORT_WITHIN_A_YEAR;
import static city.c3po.audit.recommendation.RecommendationRule.START_BEFORE_DUE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The corrective actions of one recommendation and the order of their milestones. */
record ActionPlan(List<CorrectiveAction> actions) {
    private static final int SHORT_MONTHS = 12;
    private static final int MOST_UNTIL_VERIFIED = 99;

    /** With this action new or anew; its milestones keep what was first planned and what is done. */
    ActionPlan with(String key, String title, @Nullable String owner, List<PlannedMilestone> planned, LocalDate today) {
        var known = milestones().collect(Collectors.toMap(Milestone::key, Function.identity()));
        var milestones = planned.stream()
                .map(said -> Milestone.of(said, today, known.get(said.key())))
                .toList();
        for (var milestone : milestones) {
            SHORT_WITHIN_A_YEAR.require(
                    milestone.horizon() == Milestone.Horizon.LONG
                            || !milestone.originalDue().isAfter(today.plusMonths(SHORT_MONTHS)),
                    Map.of("milestone", milestone.key()));
            START_BEFORE_DUE.require(
                    milestone.start() == null || !milestone.start().isAfter(milestone.due()),
                    Map.of("milestone", milestone.key()));
        }
        var others = actions.stream().filter(action -> !action.key().equals(key));
        var plan = new ActionPlan(Stream.concat(others, Stream.of(new CorrectiveAction(key, title, owner, milestones)))
                .sorted(Comparator.comparing(CorrectiveAction::key))
                .toList());
        plan.requireOrder();
        return plan;
    }

    ActionPlan done(String key, LocalDate day) {
        var milestone =
                milestones().filter(one -> one.key().equals(key)).findFirst().orElseThrow(KNOWN_MILESTONE::violated);
        MILESTONE_OPEN.require(!milestone.done());
        var open = milestones()
                .filter(one -> milestone.dependsOn().contains(one.key()) && !one.done())
                .map(Milestone::key)
                .toList();
        MILESTONES_BEFORE_DONE.require(open.isEmpty(), Map.of("open", open));
        return new ActionPlan(actions.stream()
                .map(action -> action.with(action.milestones().stream()
                        .map(one -> one.key().equals(key) ? one.doneOn(day) : one)
                        .toList()))
                .toList());
    }

    List<String> mandatoryOpen() {
        return milestones()
                .filter(milestone -> milestone.mandatory() && !milestone.done())
                .map(Milestone::key)
                .toList();
    }

    /** Σ weight done / Σ weight, in whole percent; never full before it is verified. */
    int progress(boolean verified) {
        int all = milestones().mapToInt(Milestone::weight).sum();
        int done =
                milestones().filter(Milestone::done).mapToInt(Milestone::weight).sum();
        int percent = all == 0 ? 0 : 100 * done / all;
        return verified ? 100 : Math.min(MOST_UNTIL_VERIFIED, percent);
    }

    List<String> owners() {
        return actions.stream()
                .flatMap(action -> Stream.ofNullable(action.owner()))
                .distinct()
                .toList();
    }

    private Stream<Milestone> milestones() {
        return actions.stream().flatMap(action -> action.milestones().stream());
    }

    private void requireOrder() {
        var before = new HashMap<String, List<String>>();
        milestones()
                .forEach(milestone -> MILESTONE_KEY_ONCE.require(
                        before.put(milestone.key(), milestone.dependsOn()) == null,
                        Map.of("milestone", milestone.key())));
        milestones()
                .forEach(milestone -> DEPENDENCIES_KNOWN.require(
                        before.keySet().containsAll(milestone.dependsOn()), Map.of("milestone", milestone.key())));
        var settled = new HashSet<String>();
        for (var key : before.keySet()) {
            follow(key, before, new ArrayList<>(), settled);
        }
    }

    private static void follow(String key, Map<String, List<String>> before, List<String> path, Set<String> settled) {
        DEPENDENCIES_ACYCLIC.require(!path.contains(key), Map.of("path", path));
        if (settled.contains(key)) {
            return;
        }
        path.add(key);
        before.getOrDefault(key, List.of()).forEach(former -> follow(former, before, path, settled));
        path.removeLast();
        settled.add(key);
    }
}
