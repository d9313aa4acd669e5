package dev.hubtwin.internal.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a host and a path address")
class WorldAddressTest {

    @ParameterizedTest(name = "{0}{1}: world {2}, root {3}, path {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "api.github.com, /, -, '', ''",
                "api.github.com, /orgs/acme, -, '', orgs/acme",
                "localhost:8080, /api/v3, -, /api/v3, ''",
                "localhost:8080, /api/v3/orgs/acme, -, /api/v3, orgs/acme",
                "localhost:8080, /api/v3x, -, '', api/v3x",
                "localhost:8080, /w/ci-7, ci-7, /w/ci-7, ''",
                "localhost:8080, /w/ci-7/, ci-7, /w/ci-7, ''",
                "localhost:8080, /w/ci-7/orgs/acme/, ci-7, /w/ci-7, orgs/acme/",
                "localhost:8080, /w/ci-7/api/v3/user, ci-7, /w/ci-7/api/v3, user",
                "localhost:8080, /w/CI, -, '', w/CI",
                "localhost:8080, /w/ci;x/user, -, '', w/ci;x/user",
                "localhost:8080, /w/, -, '', w/",
                "CI-7.localhost, /user, ci-7, '', user",
                "ci-7.LOCALHOST, /user, ci-7, '', user",
                "ci-7.localhost:8080, /api/v3/user, ci-7, /api/v3, user",
                "ci-7.localhost:8080, /w/other/user, other, /w/other, user",
                "a.b.localhost, /user, -, '', user",
                "ci-7.localhost.example, /user, -, '', user",
            })
    void isAWorldADialectAndAPath(String authority, String path, String world, String root, String rest) {
        WorldAddress address = WorldAddress.of(authority, path);
        assertEquals(world, address.world().orElse(null));
        assertEquals(root, address.root());
        assertEquals(rest, address.rest());
    }
}
