package dev.hubtwin.internal.forwarding;

import static dev.hubtwin.internal.forwarding.TwinPair.TOKEN;
import static dev.hubtwin.internal.forwarding.TwinPair.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.tls.TestCertificates;
import dev.hubtwin.internal.tls.TlsIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The answer to a forwarded request")
@Timeout(60)
class ForwardedAnswersTest {

    private static TwinPair twins;

    @BeforeAll
    static void start() {
        twins = new TwinPair();
    }

    @AfterAll
    static void stop() {
        twins.close();
    }

    @BeforeEach
    void reset() throws IOException {
        twins.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /orgs/acme",
                "HEAD /orgs/acme",
                "GET /orgs/acme/members?per_page=1",
                "GET /api/v3/orgs/acme/members?per_page=1&page=2",
                "GET /user",
                "OPTIONS /orgs/acme",
                "DELETE /orgs/acme/members/zoe",
                "FOO /orgs/acme",
                "get /orgs/acme",
                "GET /none",
                "GET /w/none/orgs/acme",
                "GET /_twin/state",
                "HEAD /_twin/state",
                "GET /_twin/settings",
                "GET /_twin/forwarded",
                "GET /_twin/",
                "HEAD /_twin/",
                "GET /rate_limit",
                "GET http://localhost:8080/orgs/acme",
                "OPTIONS *"
            })
    void isTheOneThatTheOwnerGives(String line) throws IOException {
        twins.assertSame(request(line, TOKEN, ""));
        twins.assertSame(request(line, "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/orgs/%2",
                "/%00",
                "/orgs/%u2192",
                "/..",
                "/../user",
                "/|",
                "/orgs/a|b",
                "/orgs/a\\b",
                "/orgs/{a}",
                "/orgs/[a]",
                "/\"",
                "/<x>",
                ":",
                "//",
                "//user",
                "///",
                "/a/../user",
                "/user/%2e%2e/user",
                "/user%2F",
                "/\u00e9",
                "/orgs/%2e%2e",
                "/orgs/acme;a=b",
                "/orgs/acme?a|b&{c}&%zz&%&[d]&\"<>\\",
                "/orgs/acme?",
                "/w/%zz",
                "/w/../..",
                "/w/a%",
                "/api/v3/%zz",
                "/user#fragment",
                "/orgs/a\tb",
                "user",
                "http://other/user"
            })
    void isTheSameForAnyTarget(String target) throws IOException {
        twins.assertSame(request("GET " + target, TOKEN, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Encoding: gzip\r\n",
                "Accept: text/html\r\n",
                "Accept: application/vnd.github.raw+json\r\nX-GitHub-Api-Version: 2022-11-28\r\n",
                "X-GitHub-Api-Version: none\r\n",
                "Origin: http://page.example\r\n",
                "If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT\r\n",
                "Connection: keep-alive, X-Hop\r\nX-Hop: a\r\n",
                "Host: \r\n",
                "Host: a\"b\r\n",
                "Host: acme.localhost\r\n",
                "Host: [::1]:80\r\n",
                "X-Empty:\r\nX-Twice: a\r\nX-Twice: b\r\n",
                "Content-Length: 3\r\n\r\nabc",
                "Content-Length: 3\r\nContent-Encoding: br\r\n\r\nabc",
                "Transfer-Encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "Content-Length: a\r\n",
                "Upgrade: h2c\r\nConnection: upgrade\r\n",
                "Expect: something\r\n"
            })
    void isTheSameForAnyHeaders(String headers) throws IOException {
        twins.assertSame(request("GET /orgs/acme", TOKEN + headers, ""));
    }

    @Test
    void isTheSameForOlderVersionsOfHttp() throws IOException {
        twins.assertSame("GET /none HTTP/1.0\r\nUser-Agent: test\r\n" + TOKEN + "\r\n");
        twins.assertSame("GET /orgs/acme HTTP/1.0\r\nHost: h\r\nUser-Agent: test\r\n" + TOKEN + "\r\n");
        twins.assertSame("GET /orgs/acme HTTP/1.1\r\nUser-Agent: test\r\n\r\n");
        twins.assertSame("GET /orgs/acme HTTP/2.0\r\nUser-Agent: test\r\n\r\n");
    }

    @Test
    void leavesNoTraceInAnswersThatAreGivenAgain() throws IOException {
        String storable = request("GET /orgs/acme", TOKEN, "").replace("Connection: close\r\n", "");
        for (int i = 0; i < 4; i++) {
            assertFalse(RawHead.send(twins.forwarder.url(), storable).contains(RequestSeal.HEADER));
        }
        assertFalse(RawHead.send(twins.owner.url(), storable).contains(RequestSeal.HEADER));
    }

    @Test
    void hasItsDateOnce() throws IOException {
        String answer = twins.forwarded(request("GET /orgs/acme", TOKEN, ""));
        assertEquals(2, answer.split("\r\nDate: Thu, 01 Jan 2026 12:00:00 GMT\r\n").length, answer);
        assertEquals(answer.indexOf("\r\nDate: "), answer.lastIndexOf("\r\nDate: "));
    }

    @Test
    void isNoneWhereNothingHasChanged() throws IOException {
        String tag =
                twins.direct(request("GET /orgs/acme", TOKEN, "")).replaceAll("(?s).*\r\nETag: ([^\r]*)\r.*", "$1");
        String again = request("GET /orgs/acme", TOKEN + "If-None-Match: " + tag + "\r\n", "");
        assertTrue(twins.direct(again).startsWith("HTTP/1.1 304 "), tag);
        twins.assertSame(again);
    }

    @Test
    void isTheSameOnOneConnectionAfterTheOther() throws IOException {
        String three = request("GET /orgs/acme", TOKEN, "")
                .replace("Connection: close\r\n", "")
                .repeat(3);
        twins.assertSame(three + request("GET /none", TOKEN, ""));
    }

    @Test
    void isAboutTheClientsHost() throws IOException {
        String answer =
                twins.forwarded(request("GET /orgs/acme/members?per_page=1", TOKEN + "Host: twin.example:99\r\n", ""));
        assertTrue(
                answer.contains("<http://twin.example:99/organizations/4/members?per_page=1&page=2>; rel=\"next\""),
                answer);
    }

    @Test
    void withoutAHostIsAboutTheAddressThatTheClientHasReached() throws IOException {
        String answer = twins.forwarded("GET / HTTP/1.0\r\nUser-Agent: test\r\n\r\n");
        assertTrue(answer.contains("\"current_user_url\":\"" + twins.forwarder.url() + "/user\""), answer);
    }

    @Test
    void overTlsIsAboutTls(@TempDir Path directory) throws Exception {
        TlsIdentity identity = TlsIdentity.kept(directory, List.of("127.0.0.1"), Clock.systemUTC());
        SwitchableOwnership ownership = new SwitchableOwnership();
        ownership.become(twins.owner.url());
        try (TwinServer encrypted = TwinPair.server("{}", ownership, Optional.of(new TwinServer.TlsPort(0, identity)));
                Socket socket = TestCertificates.trusting(Files.readString(directory.resolve("tls-cert.pem")))
                        .getSocketFactory()
                        .createSocket(
                                "127.0.0.1",
                                URI.create(encrypted.tlsUrl().orElseThrow()).getPort())) {
            String answer = RawExchange.send(socket, request("GET /", "", ""));
            assertTrue(answer.contains("\"current_user_url\":\"https://localhost:8080/user\""), answer);
        }
    }

    @Test
    void isLoggedOnceAndByTheOwner() throws IOException {
        twins.direct(request("POST /_twin/reset", "Content-Length: 0\r\n", ""));
        twins.forwarded(request("GET /orgs/acme?a=|", TOKEN + "X-Odd: \u00e9\r\n", ""));
        String log = twins.direct(request("GET /_twin/requests", "", ""));
        assertTrue(log.contains("\"query\":\"a=%7c\""), log);
        assertEquals(log.indexOf("X-Odd"), log.lastIndexOf("X-Odd"));
        assertFalse(log.contains(RequestSeal.HEADER), log);
    }

    @Test
    void aboutHealthIsOfTheProcessItself() throws IOException {
        twins.ofForwarder.become(new Ownership.Nowhere());
        assertTrue(twins.forwarded(request("GET /_twin/health", "", "")).startsWith("HTTP/1.1 200 "));
    }

    @Test
    void knowsTheAddressOfTheClient() throws IOException {
        String one = "{\"rate_limit\": 1}";
        twins.direct(request("PUT /_twin/settings", "Content-Length: " + one.length() + "\r\n", one));
        twins.direct(request("GET /orgs/acme", "", ""));
        try (Socket other = new Socket()) {
            other.bind(new InetSocketAddress("127.0.0.2", 0));
            other.connect(new InetSocketAddress(
                    "127.0.0.1", URI.create(twins.forwarder.url()).getPort()));
            String answer = RawExchange.send(other, request("GET /orgs/acme", "", ""));
            assertTrue(answer.contains("API rate limit exceeded for 127.0.0.2. "), answer);
        }
    }
}
