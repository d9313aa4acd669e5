package dev.hubtwin.internal.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The layers")
class LayersTest {

    private static final String ROOT = "dev.hubtwin";
    private static final String INTERNAL = ROOT + ".internal.";

    /** Bottom up. A package uses what stands in a line above it here, or in its own. */
    private static final List<Set<String>> LAYERS = List.of(
            Set.of("internal.text"),
            Set.of("internal.recording"),
            Set.of("internal.journal"),
            Set.of("internal.seed.text"),
            Set.of("seed"),
            Set.of("internal.world.naming", "internal.world.index"),
            Set.of(
                    "internal.world.account",
                    "internal.world.app",
                    "internal.world.campaign",
                    "internal.world.hook",
                    "internal.world.membership",
                    "internal.world.repository",
                    "internal.world.team",
                    "internal.world.token"),
            Set.of("internal.world"),
            Set.of("internal.memory"),
            Set.of("internal.metrics"),
            Set.of("internal.traffic"),
            Set.of("internal.rest"),
            Set.of("internal.tls"),
            Set.of("internal.faults"),
            Set.of("internal.auth"),
            Set.of("internal.forwarding"),
            Set.of("internal.jetty"),
            Set.of("internal.seed.document"),
            Set.of("internal.seed.schema"),
            Set.of("internal.seed.merge"),
            Set.of("internal.seed.slice"),
            Set.of("internal.seed.mapping"),
            Set.of("internal.seed"),
            Set.of("internal.event"),
            Set.of("internal.view"),
            Set.of("internal.openapi"),
            Set.of("internal.ratelimit"),
            Set.of("internal.cache"),
            Set.of("internal.signin"),
            Set.of("internal.store"),
            Set.of("internal.delivery"),
            Set.of("internal.hosting"),
            Set.of("internal.exchange"),
            Set.of("internal.pipeline"),
            Set.of(
                    "internal.apps",
                    "internal.campaigns",
                    "internal.installations",
                    "internal.members",
                    "internal.memberships",
                    "internal.meta",
                    "internal.oauth",
                    "internal.organizations",
                    "internal.outsidecollaborators",
                    "internal.repositories",
                    "internal.teams",
                    "internal.webhooks"),
            Set.of("internal.control"),
            Set.of("internal.description"),
            Set.of("internal.pages"),
            Set.of("internal.recovery"),
            Set.of("internal.assembly"),
            Set.of(""),
            Set.of("junit"),
            Set.of("internal.cli"));

    private static final JavaClasses ALL =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    /** The classes of this module: not generated, and not the client's. */
    private static final JavaClasses OURS = ALL.that(new DescribedPredicate<>("are written by hand in this module") {
        @Override
        public boolean test(JavaClass type) {
            return layer(type) >= 0;
        }
    });

    @Test
    @DisplayName("Every package of this module stands in a layer")
    void coverEveryPackage() {
        Set<String> strangers = ALL.stream()
                .filter(type -> layer(type) < 0
                        && type.getSource().orElseThrow().getUri().toString().contains("/impl/"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), strangers);
    }

    @Test
    @DisplayName("A package uses nothing of a layer above its own")
    void useNothingAbove() {
        classes()
                .should(new ArchCondition<>("use nothing of a layer above their own") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            if (layer(dependency.getTargetClass()) > layer(type)) {
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                            }
                        }
                    }
                })
                .check(OURS);
    }

    @Test
    @DisplayName("No package needs itself by way of others")
    void haveNoCycle() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public String getDescription() {
                        return "packages";
                    }

                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    @DisplayName("The state knows the JDK, persistent collections and texts, and nothing else")
    void keepTheStateApart() {
        classes()
                .that()
                .resideInAPackage(INTERNAL + "world..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        INTERNAL + "world..", INTERNAL + "text", "java..", "org.pcollections..", "org.jspecify..")
                .check(OURS);
    }

    @Test
    @DisplayName("Jetty is used in its package only")
    void keepJettyInItsPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL + "jetty")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..")
                .check(OURS);
    }

    @Test
    @DisplayName("State, events, the store and seeds know nothing of JAX-RS")
    void keepJaxRsOut() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        INTERNAL + "world..",
                        INTERNAL + "event",
                        INTERNAL + "store",
                        INTERNAL + "seed..",
                        ROOT + ".seed")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.glassfish..")
                .check(OURS);
    }

    private static int layer(JavaClass type) {
        String name = type.getPackageName();
        if (!name.equals(ROOT) && !name.startsWith(ROOT + ".")) {
            return -1;
        }
        String relative = name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
        for (int i = 0; i < LAYERS.size(); i++) {
            if (LAYERS.get(i).contains(relative)) {
                return i;
            }
        }
        return -1;
    }
}
