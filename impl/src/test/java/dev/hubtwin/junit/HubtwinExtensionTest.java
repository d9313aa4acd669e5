package dev.hubtwin.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.GitHubException;
import dev.hubtwin.seed.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension in every place that JUnit has for it. */
class HubtwinExtensionTest {

    static String organization(TwinWorld world) {
        return world.anonymous()
                .organizations()
                .list()
                .perPage(1)
                .iterator()
                .next()
                .getLogin();
    }

    @Test
    void theNearestSeedCounts() {
        Globex.MADE.set(0);
        JUnitRun.alone(Annotated.class).passed(4);
        assertEquals(1, Globex.MADE.get(), "a seed in Java is made once a run");
    }

    @HubtwinTest("acme.yaml")
    static class Annotated {

        @Test
        void fromAResource(TwinWorld world) {
            assertEquals("only-here", organization(world));
        }

        @Test
        @HubtwinTest(seed = Globex.class)
        void fromJavaAtAMethod(TwinWorld world) {
            assertEquals("globex", organization(world));
        }

        @Nested
        class Around {

            @Test
            void fromTheClassAround(TwinWorld world) {
                assertEquals("only-here", organization(world));
            }
        }

        @Nested
        @HubtwinTest(seed = Globex.class)
        class Within {

            @Test
            void fromItsOwn(TwinWorld world) {
                assertEquals("globex", organization(world));
            }
        }
    }

    /** A seed in Java. */
    static final class Globex implements Supplier<Seed> {

        private static final AtomicInteger MADE = new AtomicInteger();

        @Override
        public Seed get() {
            MADE.incrementAndGet();
            return Seed.of().user("olivia").organization("globex", globex -> globex.owner("olivia"));
        }
    }

    @Test
    void theDefaultIsTheDemoWorld() {
        JUnitRun.alone(Demo.class).passed(1);
    }

    @HubtwinTest
    static class Demo {

        @Test
        void demo(TwinWorld world) {
            assertEquals(
                    "Olivia Ortega",
                    world.asToken("ghp_ownerowner").meta().getAuthenticated().getName());
        }
    }

    @Test
    void anExtensionStandsInAField() {
        JUnitRun.alone(StaticField.class).passed(1);
        JUnitRun.alone(InstanceField.class).passed(1);
    }

    static class StaticField {

        @RegisterExtension
        static final HubtwinExtension TWIN = HubtwinExtension.seeded(new Globex().get());

        @Test
        void works(TwinWorld world) {
            assertEquals("globex", organization(world));
        }
    }

    static class InstanceField {

        @RegisterExtension
        final HubtwinExtension twin = HubtwinExtension.seeded("acme.yaml");

        @Test
        void works(TwinWorld world) {
            assertEquals("only-here", organization(world));
        }
    }

    @Test
    void itIsTheSameWorldWhereverATestTakesIt() {
        JUnitRun.alone(EverywhereTheSame.class).passed(2);
    }

    @HubtwinTest
    static class EverywhereTheSame {

        private final TwinWorld constructed;
        private TwinWorld before;
        private TwinWorld field;

        EverywhereTheSame(TwinWorld world) {
            constructed = world;
        }

        @BeforeEach
        void before(TwinWorld world) {
            before = world;
        }

        @Test
        void same(TwinWorld world) {
            assertSame(world, constructed);
            assertSame(world, before);
            assertSame(world, field);
        }

        @Nested
        class Within {

            private TwinWorld own;

            @Test
            void same(TwinWorld world) {
                assertSame(world, own);
                assertSame(world, field);
            }
        }
    }

    @Test
    void eachTestHasItsOwnAndItIsDroppedAfterwards() {
        OneAfterTheOther.WORLDS.clear();
        JUnitRun.alone(OneAfterTheOther.class).passed(5);
        assertEquals(
                5,
                OneAfterTheOther.WORLDS.stream().map(TwinWorld::name).distinct().count());
    }

    @HubtwinTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneAfterTheOther {

        private static final List<TwinWorld> WORLDS = new ArrayList<>();
        private TwinWorld field;

        @RepeatedTest(3)
        void repeated(TwinWorld world) {
            next(world);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parameterized(String text, TwinWorld world) {
            assertNotNull(text);
            next(world);
        }

        private void next(TwinWorld world) {
            assertSame(world, field);
            assertEquals("acme", organization(world));
            for (TwinWorld former : WORLDS) {
                assertNotEquals(former.name(), world.name());
                GitHubException gone = assertThrows(GitHubException.class, () -> organization(former));
                assertTrue(gone.reason().contains("There is no world"), gone.reason());
            }
            WORLDS.add(world);
        }
    }

    @Test
    void aSeedThatIsRefusedSaysWhere() {
        assertEquals(
                List.of(
                        "org.junit.jupiter.api.extension.ExtensionConfigurationException: the seed bad.yaml is refused: "
                                + "line 4, organizations[0].members[0].login: there is no user \"bob\"; expected the login of a user in \"users\""),
                JUnitRun.alone(Bad.class).failures());
        assertEquals(
                List.of("org.junit.jupiter.api.extension.ExtensionConfigurationException: "
                        + "there is no resource none.yaml where dev.hubtwin.junit.HubtwinExtensionTest$Missing is"),
                JUnitRun.alone(Missing.class).failures());
    }

    @HubtwinTest("bad.yaml")
    static class Bad {

        private TwinWorld field;

        @Test
        void never() {
            assertNotNull(field);
        }
    }

    @HubtwinTest("none.yaml")
    static class Missing {

        private TwinWorld field;

        @Test
        void never() {
            assertNotNull(field);
        }
    }

    @Test
    void whatCannotBeOneTestsOwnIsRefused() {
        assertTrue(JUnitRun.alone(BeforeAllTests.class).failures().get(0).contains("a world belongs to one test"));
        assertTrue(JUnitRun.parallel(SharedField.class).failures().get(0).contains("take the world as a parameter"));
        assertTrue(JUnitRun.alone(EmptyStaticField.class).failures().get(0).contains("the field field is static"));
    }

    @HubtwinTest
    static class EmptyStaticField {

        private static TwinWorld field;

        @Test
        void never() {
            assertNotNull(field);
        }
    }

    @Test
    void aStaticFieldThatIsSetAlreadyStaysAsItIs() {
        try (Twin twin = Twin.start(Seed.of())) {
            TwinWorld own = twin.world();
            OwnStaticField.field = own;
            JUnitRun.alone(OwnStaticField.class).passed(1);
            assertSame(own, OwnStaticField.field);
        }
    }

    @HubtwinTest
    static class OwnStaticField {

        private static TwinWorld field;

        @Test
        void works(TwinWorld world) {
            assertNotEquals(field.url(), world.url());
        }
    }

    @HubtwinTest
    static class BeforeAllTests {

        @BeforeAll
        static void before(TwinWorld world) {
            assertNotNull(world);
        }

        @Test
        void never() {}
    }

    @HubtwinTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class SharedField {

        private TwinWorld field;

        @Test
        void never() {
            assertNotNull(field);
        }
    }
}
