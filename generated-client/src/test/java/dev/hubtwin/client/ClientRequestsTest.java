package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.client.model.DefaultRepositoryPermission;
import dev.hubtwin.client.model.InstallationToken;
import dev.hubtwin.client.model.OrganizationFull;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent and how it is read, against a server that answers what it is told to. */
class ClientRequestsTest {

    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatTheDescriptionDoesNotHaveIsKept() {
        server.then(
                200,
                "{'login': 'github', 'id': 5000000000, 'description': null, 'new_member': {'a': 1},"
                        + " 'created_at': '2008-01-14T04:33:35Z', 'default_repository_permission': 'later'}");
        OrganizationFull organization = server.client().build().organizations().get("github");
        assertEquals(5_000_000_000L, organization.getId());
        assertNull(organization.getDescription());
        assertEquals(2008, organization.getCreatedAt().getYear());
        assertEquals("later", organization.getDefaultRepositoryPermission().getValue());
        assertFalse(DefaultRepositoryPermission.values().contains(organization.getDefaultRepositoryPermission()));
        assertEquals(Map.of("new_member", Map.of("a", 1)), organization.getAdditionalProperties());
    }

    @Test
    void aRequestSaysWhoAsksForWhat() {
        server.then(200, "{}");
        server.client()
                .token("ghp_secret")
                .userAgent("mine/1")
                .apiVersion("2026-03-10")
                .build()
                .organizations()
                .get("a b/c");
        ScriptedServer.Request request = server.requests().get(0);
        assertEquals("GET /orgs/a%20b%2Fc", request.method() + " " + request.uri());
        assertEquals("application/vnd.github+json", request.header("Accept"));
        assertEquals("2026-03-10", request.header("X-GitHub-Api-Version"));
        assertEquals("mine/1", request.header("User-Agent"));
        assertEquals("Bearer ghp_secret", request.header("Authorization"));
        assertNull(request.header("Upgrade"));
        server.client().build().organizations().get("a");
        assertEquals("2022-11-28", server.requests().get(1).header("X-GitHub-Api-Version"));
        assertTrue(server.requests().get(1).header("User-Agent").startsWith("hubtwin-java/"));
        assertNull(server.requests().get(1).header("Authorization"));
    }

    @Test
    void whatIsNotSetIsNotSentAndNullIs() {
        server.then(200, "{}");
        GitHubClient client = server.client().build();
        client.organizations().update("github").name(null).blog("Größe").execute();
        client.memberships().set("github", "mona").execute();
        client.installations().suspend(1);
        assertEquals(
                "{\"name\":null,\"blog\":\"Größe\"}", server.requests().get(0).body());
        assertEquals("{}", server.requests().get(1).body());
        assertEquals("", server.requests().get(2).body());
        assertNull(server.requests().get(2).header("Content-Type"));
    }

    @Test
    void textIsUtf8WhateverTheHeaderSaysAndMayBeCompressed() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write("{\"name\": \"Größe 🐙\"}".getBytes(StandardCharsets.UTF_8));
        }
        server.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, compressed.size());
            exchange.getResponseBody().write(compressed.toByteArray());
        });
        assertEquals(
                "Größe 🐙",
                server.client().build().organizations().get("github").getName());
        assertEquals("gzip", server.requests().get(0).header("Accept-Encoding"));
    }

    @Test
    void theRootIsTakenAsItIs() {
        server.then(200, "{}");
        server.client().baseUrl(server.url() + "/base/").build().organizations().get("a");
        server.client().enterprise(server.url()).build().organizations().get("a");
        assertEquals(
                List.of("/base/orgs/a", "/api/v3/orgs/a"),
                server.requests().stream().map(ScriptedServer.Request::uri).toList());
        assertEquals(
                "https://github.example.com/api/v3",
                GitHubClient.builder().enterprise("github.example.com").build().baseUrl());
        assertEquals("https://api.github.com", GitHubClient.builder().build().baseUrl());
        assertThrows(
                IllegalArgumentException.class, () -> GitHubClient.builder().baseUrl("github.com"));
    }

    @Test
    void aRedirectIsFollowedWithTheCredentialAtHomeOnly() throws Exception {
        try (ScriptedServer elsewhere = new ScriptedServer()) {
            elsewhere.then(200, "{'name': 'there'}");
            server.then(301, "", "Location", "/repositories/1").then(200, "{'name': 'here'}");
            GitHubClient client = server.client().token("ghp_secret").build();
            assertEquals("here", client.meta().getRepository("a", "old").getName());
            assertEquals("Bearer ghp_secret", server.requests().get(1).header("Authorization"));
            server.then(302, "", "Location", elsewhere.url() + "/x");
            client.meta().getRepository("a", "b"); // uses up the answer before
            assertEquals("there", client.meta().getRepository("a", "moved").getName());
            assertNull(elsewhere.requests().get(0).header("Authorization"));
        }
    }

    @Test
    void aBodyIsNotTakenElsewhere() throws Exception {
        try (ScriptedServer elsewhere = new ScriptedServer()) {
            server.then(307, "", "Location", elsewhere.url() + "/x");
            GitHubClient client = server.client().build();
            assertThrows(
                    UnexpectedAnswerException.class,
                    () -> client.apps().checkToken("Iv1.a", "ghu_secret").execute());
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void redirectsWithoutEndEnd() {
        server.then(302, "", "Location", "/again");
        UnexpectedAnswerException endless = assertThrows(
                UnexpectedAnswerException.class,
                () -> server.client().build().organizations().get("a"));
        assertEquals(302, endless.status());
        assertEquals(6, server.requests().size());
    }

    @Test
    void aRequestThatChangesSomethingIsNotRedirectedUnlessItStaysTheSame() {
        server.then(302, "", "Location", "/x").then(307, "", "Location", "/y").then(200, "{}");
        GitHubClient client = server.client().build();
        assertThrows(
                UnexpectedAnswerException.class,
                () -> client.organizations().update("a").name("b").execute());
        client.organizations().update("a").name("b").execute();
        assertEquals(
                "PATCH /y {\"name\":\"b\"}",
                server.requests().get(2).method() + " "
                        + server.requests().get(2).uri() + " "
                        + server.requests().get(2).body());
    }

    @Test
    void aServerThatStopsInTheMiddleOfAnAnswerHoldsNobody() {
        CountDownLatch over = new CountDownLatch(1);
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(over);
        });
        GitHubClient client = server.client().timeout(Duration.ofMillis(200)).build();
        NoAnswerException late = assertThrows(
                NoAnswerException.class, () -> client.organizations().get("a"));
        assertTrue(late.getMessage().contains("none came within 200 ms"), late.getMessage());
        over.countDown();
    }

    @Test
    void aCallThatIsCancelledGivesUpItsConnection() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch broken = new CountDownLatch(1);
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            arrived.countDown();
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[1 << 16]);
                }
            } catch (IOException e) {
                broken.countDown();
            }
        });
        CompletableFuture<OrganizationFull> call =
                server.client().build().organizations().getAsync("a");
        arrived.await();
        assertTrue(call.cancel(true));
        assertTrue(call.isCancelled());
        assertTrue(broken.await(10, TimeUnit.SECONDS));
    }

    @Test
    void whoIsInterruptedStopsWaiting() {
        CountDownLatch gone = new CountDownLatch(1);
        server.then(exchange -> await(gone));
        Thread.currentThread().interrupt();
        assertThrows(
                NoAnswerException.class,
                () -> server.client().build().organizations().get("a"));
        assertTrue(Thread.interrupted());
        gone.countDown();
    }

    @Test
    void aProxyIsUsed() {
        server.then(200, "{'name': 'through'}");
        GitHubClient client = GitHubClient.builder()
                .baseUrl("http://github.invalid/api/v3")
                .proxy("localhost", server.port())
                .build();
        assertEquals("through", client.organizations().get("a").getName());
        assertEquals(
                "http://github.invalid/api/v3/orgs/a", server.requests().get(0).uri());
    }

    @Test
    void whatAGivenHttpClientDoesNotHaveIsNotIgnored() {
        GitHubClientBuilder given = GitHubClient.builder().httpClient(HttpClient.newHttpClient());
        assertThrows(
                IllegalStateException.class,
                () -> given.proxy("localhost", server.port()).build());
    }

    @Test
    void aListenerIsToldOfEachRequestAndMayAddHeaders() {
        server.then(503, "").then(200, "{}", "X-GitHub-Request-Id", "1:2");
        List<String> told = new ArrayList<>();
        ClientListener listener = new ClientListener() {
            @Override
            public Map<String, String> started(Attempt attempt) {
                return Map.of("traceparent", "00-" + attempt.number());
            }

            @Override
            public void ended(Attempt attempt, Outcome outcome) {
                told.add(attempt.method() + " " + attempt.path() + " " + attempt.operation() + " " + attempt.number()
                        + ": " + outcome.status() + outcome.requestId().orElse(""));
                throw new IllegalStateException("a listener changes nothing");
            }
        };
        new ManualTime()
                .on(server.client().retries(Retries.upTo(1)).listener(listener))
                .build()
                .organizations()
                .get("a");
        assertEquals(List.of("GET /orgs/a orgs/get 1: 503", "GET /orgs/a orgs/get 2: 2001:2"), told);
        assertEquals("00-2", server.requests().get(1).header("traceparent"));
    }

    @Test
    void noSecretIsPrinted() {
        server.then(404, "{'message': 'Not Found'}");
        GitHubClient client = server.client().token("ghp_secret").build();
        NotFoundException refusal =
                assertThrows(NotFoundException.class, () -> client.apps().createFromManifest("s3cret"));
        assertEquals(
                "POST /app-manifests/{code}/conversions (apps/create-from-manifest) was answered 404: Not Found",
                refusal.getMessage());
        assertFalse(client.toString().contains("secret"));
        assertEquals(
                "InstallationToken{token=***}",
                InstallationToken.builder().token("ghs_secret").build().toString());
        assertFalse(Credential.token("ghp_secret").toString().contains("secret"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
