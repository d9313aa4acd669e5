package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a native image is told of the types that are read and written by reflection. */
class NativeImageTest {

    @ParameterizedTest
    @CsvSource({"client-models, dev.hubtwin.client.model", "client-control, dev.hubtwin.client.control.model"})
    void everyTypeThatIsReadOrWrittenIsNamed(String config, String models) throws Exception {
        assertEquals(types(models), named(config));
    }

    @Test
    void anUnknownEventIsNamed() throws Exception {
        assertEquals(Set.of(UnknownEvent.class.getName()), named("client"));
    }

    private static Set<String> named(String config) throws IOException {
        String file = "/META-INF/native-image/dev.hubtwin/" + config + "/reflect-config.json";
        Set<String> named = new TreeSet<>();
        try (InputStream in = GitHubClient.class.getResourceAsStream(file)) {
            new ObjectMapper()
                    .readTree(in)
                    .forEach(type -> named.add(type.path("name").asText()));
        }
        return named;
    }

    private static Set<String> types(String models) throws Exception {
        Path classes = Path.of(GitHubClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve(models.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[A-Za-z0-9]+\\.class"))
                    .map(name -> models + "." + name.replace(".class", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
