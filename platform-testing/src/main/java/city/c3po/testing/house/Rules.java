package city.c3po.testing.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;

/** Each rule with the sentence under which it fails. */
record Rules(String name, ArchRule rule) {
    private static final String PLATFORM = "city.c3po.platform..";
    private static final Set<String> NAMELESS =
            Set.of("Impl", "Manager", "Util", "Utils", "Helper", "Mapper", "DTO", "Dto", "Service");
    private static final Set<String> INJECTIONS = Set.of(
            "jakarta.inject.Inject",
            "jakarta.ws.rs.core.Context",
            "jakarta.persistence.PersistenceContext",
            "org.eclipse.microprofile.config.inject.ConfigProperty",
            "org.eclipse.microprofile.reactive.messaging.Channel",
            "org.eclipse.microprofile.rest.client.inject.RestClient");

    static List<Rules> of(String base) {
        return List.of(
                new Rules("aggregates know no HTTP", aggregatesKnowNoHttp()),
                new Rules("only repositories and the platform write", onlyRepositoriesWrite()),
                new Rules("names come from the field", namesComeFromTheField()),
                new Rules("packages form no cycle", packagesFormNoCycle()),
                new Rules("no module imports another but the platform", noModuleImportsAnother(base)),
                new Rules("no injection into fields", noInjectionIntoFields()),
                new Rules("no injection into methods", noInjectionIntoMethods()),
                new Rules("every resource method names its roles", resourceMethodsNameTheirRoles()),
                new Rules("every package is null-marked", packagesAreNullMarked()),
                new Rules("time is injected", timeIsInjected()));
    }

    static ArchRule aggregatesKnowNoHttp() {
        return noClasses()
                .that(belongToAggregates())
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
                .because("an aggregate is the same whoever calls it; HTTP ends in the resource");
    }

    static ArchRule onlyRepositoriesWrite() {
        return noClasses()
                .that(resideOutsideOfPackages(PLATFORM))
                .and(DescribedPredicate.not(Writes.REPOSITORY))
                .should()
                .accessTargetWhere(Writes.ACCESS)
                .because("repositories are the one door for change; a write beside it is a write without an event");
    }

    static ArchRule namesComeFromTheField() {
        return noClasses()
                .should(Conditions.haveSimpleNameEndingWithOneOf(NAMELESS))
                .because("such a name says what a class is for the programmer, not what it is in the city's office");
    }

    static ArchRule packagesFormNoCycle() {
        return slices().assignedFrom(new Packages()).should().beFreeOfCycles();
    }

    static ArchRule noModuleImportsAnother(String base) {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("city.c3po..").and(resideOutsideOfPackages(base + "..", PLATFORM)))
                .because("a consumer reads JSON into a record of its own");
    }

    static ArchRule noInjectionIntoFields() {
        return fields().should(Conditions.notBeAnnotatedWithOneOf(INJECTIONS))
                .because("what a class needs is told by its constructor");
    }

    static ArchRule noInjectionIntoMethods() {
        return methods()
                .should(Conditions.notBeAnnotatedWithOneOf(INJECTIONS))
                .because("what a class needs is told by its constructor");
    }

    static ArchRule resourceMethodsNameTheirRoles() {
        return methods()
                .that(answerHttp())
                .should()
                .beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.security.PermitAll")
                .because("authorization lives in three places, and this is the second");
    }

    static ArchRule packagesAreNullMarked() {
        return classes().should(Conditions.liveInANullMarkedPackage()).because("null is said, never guessed");
    }

    static ArchRule timeIsInjected() {
        return noClasses()
                .that(resideOutsideOfPackages(PLATFORM))
                .should()
                .accessTargetWhere(SystemTime.ACCESS)
                .orShould()
                .dependOnClassesThat(SystemTime.LEGACY_DATE)
                .because("the business clock can be moved, the system's cannot");
    }

    /** Entities and values, every enum, and what states and events of an aggregate are called. */
    private static DescribedPredicate<JavaClass> belongToAggregates() {
        return DescribedPredicate.describe("belong to aggregates", type -> {
            var outermost = outermost(type);
            return outermost.isAnnotatedWith("jakarta.persistence.Entity")
                    || outermost.isAnnotatedWith("jakarta.persistence.Embeddable")
                    || outermost.isAnnotatedWith("jakarta.persistence.MappedSuperclass")
                    || outermost.isEnum()
                    || outermost.getSimpleName().endsWith("Event");
        });
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Rules::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaMethod> answerHttp() {
        return DescribedPredicate.describe(
                "answer HTTP",
                method -> method.isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                        && !method.getOwner()
                                .isAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient"));
    }

    /** A slice per package, whatever its depth. */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
