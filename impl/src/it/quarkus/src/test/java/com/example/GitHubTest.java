package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.GitHubTest.TwinResource;
import dev.hubtwin.Twin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** A program on Quarkus whose client is pointed at a twin that starts before it. */
@QuarkusTest
@QuarkusTestResource(TwinResource.class)
class GitHubTest {

    @RestClient
    GitHub github;

    @Test
    void readsOrganizations() {
        GitHub.Organization acme = github.organization("acme");

        assertEquals("Makers of widgets", acme.description());
        assertEquals("enterprise", acme.plan().name());
    }

    public static class TwinResource implements QuarkusTestResourceLifecycleManager {

        private Twin twin;

        @Override
        public Map<String, String> start() {
            twin = Twin.start();
            return Map.of("quarkus.rest-client.github.url", twin.url(), "github.token", "ghp_ownerowner");
        }

        @Override
        public void stop() {
            twin.close();
        }
    }
}
