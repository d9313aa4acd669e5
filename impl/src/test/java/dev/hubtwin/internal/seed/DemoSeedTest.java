package dev.hubtwin.internal.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.seed.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoSeedTest {

    private final World demo = SeedCodec.read(Seed.demo(), SeedSamples.NOW);

    @Test
    void isTheWorldThatIsWrittenInYaml() throws IOException {
        Seed written = Seed.read(Path.of("src/main/seed/demo.yaml"));
        assertEquals(written.toMap(), Seed.demo().toMap());
        assertEquals(SeedCodec.read(written, SeedSamples.NOW), demo);
    }

    @Test
    void survivesARoundTrip() {
        assertEquals(demo, SeedCodec.read(SeedCodec.yaml(demo), null, SeedSamples.NOW));
        assertEquals(SeedCodec.json(demo), SeedCodec.json(SeedCodec.read(SeedCodec.json(demo), null, SeedSamples.NOW)));
    }

    @Test
    void hasTokensOfEveryKindAndNoKey() {
        Set<Class<?>> kinds = demo.tokens().all().stream()
                .map(token -> token.grant().getClass())
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        Grant.Classic.class,
                        Grant.OAuth.class,
                        Grant.FineGrained.class,
                        Grant.UserToServer.class,
                        Grant.OfInstallation.class),
                kinds);
        assertTrue(
                demo.apps().byId().values().stream().allMatch(app -> app.keys().isEmpty()));
    }
}
