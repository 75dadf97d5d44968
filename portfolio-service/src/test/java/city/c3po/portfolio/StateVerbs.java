package city.c3po.portfolio;

import static city.c3po.platform.rule.Convention.ILLEGAL_MOVE;
import static city.c3po.portfolio.Breaking.assertBreaks;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Every verb in every state: possible exactly where the table says so. */
public final class StateVerbs {
    private StateVerbs() {}

    /**
     * @param states how to make a record that is in each state
     * @param verbs how to use each verb, by somebody who may
     * @param legal which verbs each state allows
     */
    public static <S, A, X> Stream<DynamicTest> matrix(
            Map<S, Supplier<A>> states, Map<X, Consumer<A>> verbs, Map<S, Set<X>> legal) {
        return states.entrySet().stream()
                .flatMap(state -> verbs.entrySet().stream()
                        .map(verb -> DynamicTest.dynamicTest(state.getKey() + " · " + verb.getKey(), () -> {
                            var record = state.getValue().get();
                            if (legal.get(state.getKey()).contains(verb.getKey())) {
                                verb.getValue().accept(record);
                            } else {
                                assertBreaks(ILLEGAL_MOVE, () -> verb.getValue().accept(record));
                            }
                        })));
    }
}
