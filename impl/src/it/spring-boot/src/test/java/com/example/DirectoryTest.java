package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.Twin;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** A program with a Jetty, a Jersey and a RestClient of its own, pointed at the twin in the same process. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DirectoryTest {

    private static final Twin TWIN = Twin.start();

    @DynamicPropertySource
    static void github(DynamicPropertyRegistry properties) {
        properties.add("github.url", TWIN::url);
        properties.add("github.token", () -> "ghp_ownerowner");
    }

    @AfterAll
    static void close() {
        TWIN.close();
    }

    @Test
    void readsOrganizations(@Value("${local.server.port}") int port) {
        RestClient directory = RestClient.create("http://localhost:" + port);

        assertEquals("Makers of widgets", directory.get().uri("/organizations/acme").retrieve().body(String.class));

        var request = TWIN.world().requests().get(0);
        assertEquals("/orgs/acme", request.getPath());
        assertEquals("olivia", request.getCaller().getLogin());
        TWIN.world().faults().add(fault -> fault.operations("orgs/get").status(429).retryAfter(Duration.ofSeconds(2)));
        assertEquals(1, TWIN.world().faults().all().size());
    }
}
