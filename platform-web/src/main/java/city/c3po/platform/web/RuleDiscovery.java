package city.c3po.platform.web;

import city.c3po.platform.rule.Rule;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Finds, while the service is built, every enum of rules in it, so that none can be left out of the catalogue. */
public class RuleDiscovery implements BuildCompatibleExtension {
    private static final String NAMES = "names";

    private final TreeSet<String> found = new TreeSet<>();

    /** Nothing is enhanced: the phase is the one that sees classes which are no beans. */
    @Enhancement(types = Rule.class, withSubtypes = true)
    public void note(ClassConfig rule) {
        if (rule.info().isEnum()) {
            found.add(rule.info().name());
        }
    }

    @Synthesis
    public void hold(SyntheticComponents components) {
        components
                .addBean(DeclaredRules.class)
                .type(DeclaredRules.class)
                .scope(Singleton.class)
                .withParam(NAMES, found.toArray(String[]::new))
                .createWith(Creator.class);
    }

    /** @param rules every rule that this service can refuse by */
    record DeclaredRules(List<Rule> rules) {}

    /** Makes the list when the service starts. */
    public static class Creator implements SyntheticBeanCreator<DeclaredRules> {
        @Override
        public DeclaredRules create(Instance<Object> lookup, Parameters parameters) {
            var rules = new ArrayList<Rule>();
            for (var name : parameters.get(NAMES, String[].class)) {
                Arrays.stream(constants(name)).map(Rule.class::cast).forEach(rules::add);
            }
            return new DeclaredRules(List.copyOf(rules));
        }

        private static Object[] constants(String name) {
            try {
                return Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                        .getEnumConstants();
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("a rule that was there when the service was built: " + name, e);
            }
        }
    }
}
