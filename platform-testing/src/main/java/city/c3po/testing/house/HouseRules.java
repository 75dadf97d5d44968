package city.c3po.testing.house;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Checks every class of the package that the extending test lives in, and of the packages below it. */
public abstract class HouseRules {
    @TestFactory
    Stream<DynamicTest> the_house_stands() {
        var base = getClass().getPackageName();
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
        assertFalse(classes.isEmpty(), "no classes in " + base + ": is the test in the module's base package?");
        return Rules.of(base).stream()
                .map(rule -> dynamicTest(
                        rule.name(), () -> rule.rule().allowEmptyShould(true).check(classes)));
    }
}
