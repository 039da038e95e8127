package dev.roster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom, and what nobody writes. */
class ArchitectureTest {

    private static final String ROOT = "dev.roster";

    /** From where the program itself is, so that tests do not count. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Roster.class.getProtectionDomain().getCodeSource().getLocation());

    /** Of Roster's own packages, each knows these at most. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            settings   | -
            directory  | -
            mapping    | directory settings
            plan       | directory settings
            delivery   | directory settings
            entra      | directory delivery settings
            product    | directory delivery settings
            store      | directory mapping plan settings
            routes     | settings
            reload     | settings routes run
            run        | directory mapping plan settings delivery entra product store routes
            overview   | directory settings store run
            explanation | directory mapping plan settings delivery entra product store run
            api        | directory mapping plan settings store run delivery entra product monitoring overview explanation
            console    | directory mapping plan settings store run delivery entra product monitoring overview
            monitoring | directory settings store run routes reload
            """)
    void eachPackageKnowsNoMoreThanItNeeds(String name, @Nullable String known) {
        String[] allowed = Stream.concat(Stream.of(name), known == null ? Stream.of() : Arrays.stream(known.split(" ")))
                .map(each -> ROOT + "." + each + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are in " + String.join(", ", allowed) + " or not Roster's",
                        other -> !other.getPackageName().startsWith(ROOT)
                                || Arrays.stream(allowed)
                                        .anyMatch(
                                                each -> PackageMatcher.of(each).matches(other.getPackageName()))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "mapping", "plan"})
    void decisionsKnowNeitherCamelNorSpringNorTheDatabase(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.camel..", "org.springframework..", "java.sql..", "javax.sql..", "java.net.http..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entra", "product", "delivery"})
    void whoTalksToServicesDoesNotKnowTheDatabase(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineKnowsTheDemo() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".demo..", ROOT + ".command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".demo..")
                .check(CLASSES);
    }

    @Test
    void packagesKnowEachOtherInOneDirection() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(ROOT + ".demo.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Manager|Helper|Impl|Common|Misc)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .check(CLASSES);
    }

    @Test
    void theLogIsWrittenInOneWay() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".command..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(CLASSES);
    }

    @Test
    void nothingWaitsByTheClock() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
    }

    @Test
    void onlyOneJsonLibraryIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(CLASSES);
    }
}
