package dev.hubtwin.internal.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The structure of the contract tests: their packages, what these may use, and their names. */
@AnalyzeClasses(
        packages = {"dev.hubtwin", "com.example"},
        importOptions = ContractArchitectureTest.ByHand.class)
class ContractArchitectureTest {

    /** Leaves out what the library contains of others, and what is generated. */
    static final class ByHand implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/internal/shaded/")
                    && GENERATED.stream().noneMatch(name -> location.contains("/" + name.replace('.', '/') + "/"));
        }
    }

    private static final String INTERNAL = "dev.hubtwin.internal";
    private static final String ROOT = INTERNAL + ".contract";
    private static final String PUBLIC = "dev.hubtwin.contract";
    private static final List<String> GENERATED = List.of(
            "dev.hubtwin.client.control",
            "dev.hubtwin.client.model",
            INTERNAL + ".api",
            INTERNAL + ".control.api",
            INTERNAL + ".control.model");
    private static final int MOST_FILES = 55;

    /** Deliberate pairs: simple names that more than one type has. */
    private static final Set<String> PAIRS = Set.of();

    private static final List<String> TAGS = List.of(
            "apps",
            "campaigns",
            "installations",
            "members",
            "memberships",
            "meta",
            "organizations",
            "outsidecollaborators",
            "protocol",
            "repositories",
            "webhooks");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule LAYERS_USE_WHAT_IS_BELOW_THEM = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("http")
            .definedBy(inside("http"))
            .layer("config")
            .definedBy(inside("config"))
            .layer("description")
            .definedBy(inside("description"))
            .layer("scenario")
            .definedBy(inside("scenario"))
            .layer("generated")
            .definedBy(inside("generated"))
            .layer("tags")
            .definedBy(TAGS.stream().map(ContractArchitectureTest::inside).toArray(String[]::new))
            .layer("result")
            .definedBy(inside("result"))
            .layer("coverage")
            .definedBy(inside("coverage"))
            .layer("finding")
            .definedBy(inside("finding"))
            .layer("report")
            .definedBy(inside("report"))
            .layer("runner")
            .definedBy(inside("runner"))
            .layer("public")
            .definedBy(PUBLIC)
            .layer("cli")
            .definedBy(inside("cli"))
            .whereLayer("http")
            .mayNotAccessAnyLayer()
            .whereLayer("config")
            .mayOnlyAccessLayers("http")
            .whereLayer("description")
            .mayOnlyAccessLayers("http", "config")
            .whereLayer("scenario")
            .mayOnlyAccessLayers("http", "config", "description")
            .whereLayer("generated")
            .mayOnlyAccessLayers("http", "config", "description", "scenario")
            .whereLayer("tags")
            .mayOnlyAccessLayers("http", "config", "description", "scenario", "generated")
            .whereLayer("result")
            .mayOnlyAccessLayers("http")
            .whereLayer("coverage")
            .mayOnlyAccessLayers("http", "description")
            .whereLayer("finding")
            .mayOnlyAccessLayers("http", "description", "result")
            .whereLayer("report")
            .mayOnlyAccessLayers("http", "description", "result", "coverage", "finding")
            .whereLayer("runner")
            .mayOnlyBeAccessedByLayers("public", "cli")
            .whereLayer("public")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("tags")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule ONLY_THE_API_OF_THE_TWIN_IS_USED = noClasses()
            .that(types("are of this module", type -> isOurs(type) && !type.isEquivalentTo(TestTwin.class)))
            .should()
            .dependOnClassesThat(types("are internal to the twin", ContractArchitectureTest::isInternalToTheTwin));

    @ArchTest
    static void scenariosAndStepsInheritNothing(JavaClasses classes) {
        List<String> heirs = files(classes)
                .filter(type -> isBelow(ROOT, type))
                .filter(type -> type.getSimpleName().matches(".*(Scenarios|Steps)"))
                .filter(type -> type.getRawSuperclass()
                        .filter(parent -> parent.getName().startsWith("dev.hubtwin."))
                        .isPresent())
                .map(JavaClass::getName)
                .toList();
        assertEquals(List.of(), heirs, "scenarios are handed what they need");
    }

    @ArchTest
    static void noPackageIsLarge(JavaClasses classes) {
        Map<String, Long> sizes = files(classes)
                .filter(ContractArchitectureTest::isOurs)
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
        sizes.values().removeIf(size -> size <= MOST_FILES);
        assertEquals(Map.of(), sizes, "packages of more than " + MOST_FILES + " files");
    }

    @ArchTest
    static void namesAreGivenOnce(JavaClasses classes) {
        Map<String, Set<String>> names = files(classes)
                .collect(groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        mapping(JavaClass::getPackageName, toCollection(TreeSet::new))));
        names.values().removeIf(packages -> packages.size() == 1);
        names.keySet().removeAll(PAIRS);
        assertEquals(Map.of(), names, "simple names that more than one type has");
    }

    /** Returns the types that have a file of their own, the twin's too. */
    private static Stream<JavaClass> files(JavaClasses classes) {
        return classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    private static boolean isOurs(JavaClass type) {
        return isBelow(ROOT, type) || isBelow(PUBLIC, type) || isBelow("com.example", type);
    }

    private static boolean isInternalToTheTwin(JavaClass type) {
        return isBelow(INTERNAL, type)
                && Stream.of("contract", "spec", "api").noneMatch(part -> isBelow(INTERNAL + "." + part, type));
    }

    private static boolean isBelow(String name, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(name + ".");
    }

    private static String inside(String name) {
        return ROOT + "." + name + "..";
    }

    private static DescribedPredicate<JavaClass> types(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
