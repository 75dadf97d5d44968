package city.c3po.story.suite;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the suite for the first story and stops it behind the last; a failed story shows what the parts logged. */
final class OneStart implements ParameterResolver, AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace STAGE = ExtensionContext.Namespace.create(OneStart.class);
    private static final int LINES = 30;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public RunningSuite resolveParameter(ParameterContext parameter, ExtensionContext story) {
        return suite(story);
    }

    @Override
    public void afterTestExecution(ExtensionContext story) {
        if (story.getExecutionException().isPresent()) {
            System.err.printf(
                    "%s failed.%n%s%n", story.getDisplayName(), suite(story).lastWords(LINES));
        }
    }

    private static RunningSuite suite(ExtensionContext story) {
        // The root store closes what it holds when the whole run ends.
        return story.getRoot()
                .getStore(STAGE)
                .getOrComputeIfAbsent(RunningSuite.class, type -> RunningSuite.start(), RunningSuite.class);
    }
}
