package city.c3po.testing.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What ArchUnit has no word for. */
final class Conditions {
    private Conditions() {}

    /** A thing may be a Service in a package that starts services; a ThingService may not. */
    static ArchCondition<JavaClass> haveSimpleNameEndingWithOneOf(Set<String> endings) {
        return new ArchCondition<>("have a name that ends with one of " + endings) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var name = type.getSimpleName();
                var matches = !name.equals("Service") && endings.stream().anyMatch(name::endsWith);
                events.add(new SimpleConditionEvent(type, matches, type.getName()));
            }
        };
    }

    static <M extends JavaMember> ArchCondition<M> notBeAnnotatedWithOneOf(Set<String> annotations) {
        return new ArchCondition<>("not be annotated with one of " + annotations) {
            @Override
            public void check(M member, ConditionEvents events) {
                var free = annotations.stream().noneMatch(member::isAnnotatedWith);
                events.add(new SimpleConditionEvent(member, free, member.getFullName()));
            }
        };
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, "package-info of " + type.getPackageName() + " (for " + type.getName() + ")"));
            }
        };
    }
}
