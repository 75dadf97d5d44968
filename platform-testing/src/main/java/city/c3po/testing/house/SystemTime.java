package city.c3po.testing.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Ways to ask the machine for the time. Asking a clock that was handed in is none of them. */
final class SystemTime {
    static final DescribedPredicate<JavaClass> LEGACY_DATE = DescribedPredicate.describe(
            "are dates of old",
            type -> Set.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar")
                    .contains(type.getName()));

    static final DescribedPredicate<JavaAccess<?>> ACCESS =
            DescribedPredicate.describe("asks the system's clock", access -> {
                var owner = access.getTargetOwner().getName();
                return switch (access.getName()) {
                    case "currentTimeMillis" -> owner.equals("java.lang.System");
                    case "now" -> owner.startsWith("java.time.") && !takesAClock(access);
                    case "systemUTC", "systemDefaultZone", "system", "tickSeconds", "tickMinutes", "tickMillis" ->
                        owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource");
                    default -> false;
                };
            });

    private SystemTime() {}

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo("java.time.Clock"));
    }
}
