package dev.hubtwin.internal.contract.hostile;

import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * The kinds of attack on HTTP itself. Each draws any number of requests, which all try to have the twin do what they
 * may not: the request that is hidden in them changes the world if it is ever taken for one.
 */
enum HttpAttack {
    LENGTH_AND_CHUNKS(Set.of(400, 501), random -> {
        String length = "Content-Length: " + (Text.SMUGGLED.length() + 5) + "\r\n";
        String chunked = Text.of(
                random,
                "Transfer-Encoding: chunked\r\n",
                "Transfer-Encoding: CHUNKED\r\n",
                "Transfer-Encoding:\tchunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: \"chunked\"\r\n",
                "Transfer-Encoding: chunked;q=1\r\n",
                "Transfer-Encoding : chunked\r\n",
                "transfer-encoding: xchunked\r\n");
        String both = random.nextBoolean() ? length + chunked : chunked + length;
        return Text.post(both) + "0\r\n\r\n" + Text.SMUGGLED;
    }),
    OBSCURED_CHUNKS(
            Set.of(400, 401, 404, 415),
            random -> Text.post("Content-Length: " + (Text.SMUGGLED.length() + 5) + "\r\n"
                            + Text.of(
                                    random,
                                    "Transfer_Encoding: chunked\r\n",
                                    "X: y\rTransfer-Encoding: chunked\r\n",
                                    "X: y\u0000\r\n",
                                    "Transfer-Encoding\u000b: chunked\r\n",
                                    " Transfer-Encoding: chunked\r\n",
                                    "X: y\r\n Transfer-Encoding: chunked\r\n",
                                    "Content-Encoding: chunked\r\n"))
                    + "0\r\n\r\n" + Text.SMUGGLED),
    TWO_LENGTHS(Set.of(400), random -> {
        int whole = Text.SMUGGLED.length();
        String lengths = Text.of(
                random,
                "Content-Length: 0\r\nContent-Length: " + whole + "\r\n",
                "Content-Length: " + whole + "\r\nContent-Length: 0\r\n",
                "Content-Length: 0, " + whole + "\r\n",
                "Content-Length: +" + whole + "\r\n",
                "Content-Length: -" + (1 + random.nextInt(99)) + "\r\n",
                "Content-Length: 0x" + Integer.toHexString(whole) + "\r\n",
                "Content-Length: " + whole + " 0\r\n",
                "Content-Length: \r\n",
                "Content-Length: 1" + "0".repeat(19 + random.nextInt(200)) + "\r\n");
        return Text.post(lengths) + Text.SMUGGLED;
    }),
    BAD_CHUNKS(
            Set.of(400, 401, 413, 431),
            random -> Text.post("Transfer-Encoding: chunked\r\n")
                    + Text.of(
                            random,
                            "f".repeat(16 + random.nextInt(20)) + "\r\n",
                            "7fffffff\r\n",
                            "-1\r\n",
                            "0x5\r\nabcde\r\n",
                            "1_0\r\n",
                            "5 5\r\nabcde\r\n",
                            "5\nabcde\n0\n\n",
                            "5\r\nabcdefgh\r\n0\r\n\r\n",
                            "5;" + "x".repeat(1 + random.nextInt(60_000)) + "\r\nabcde\r\n0\r\n\r\n",
                            "5;a=\"\r\nabcde\r\n0\r\n\r\n",
                            "5;\u0000\r\nabcde\r\n0\r\n\r\n",
                            "0\r\n" + "X: y\r\n".repeat(1 + random.nextInt(9_000)) + "\r\n",
                            "0\r\nAuthorization: Bearer " + Text.OWNER + "\r\n\r\n",
                            "\r\n" + Text.SMUGGLED)),
    LINE_ENDS(
            Set.of(200, 400),
            random -> Text.of(
                    random,
                    "GET /orgs/acme HTTP/1.1\nHost: localhost\nUser-Agent: h\nConnection: close\n\n",
                    "GET /orgs/acme HTTP/1.1\rHost: localhost\r\r",
                    "GET /orgs/acme HTTP/1.1\r\nHost: localhost\r\nX: a\r\n folded\r\n\r\n",
                    "GET /orgs/acme HTTP/1.1\r\nHost: localhost\r\nX: a\n\tfolded\r\n\r\n",
                    "GET /orgs/acme HTTP/1.1\r\nHost: localhost\r\nX: a\rY: b\r\n\r\n",
                    "GET /orgs/acme HTTP/1.1\r\n\u0000Host: localhost\r\n\r\n",
                    "\r\n".repeat(random.nextInt(5)) + "GET /orgs/acme HTTP/1.1\r\r\nHost: localhost\r\n\r\n")),
    CONTROL_BY_ANOTHER_NAME(
            Set.of(400, 403, 404, 405),
            random -> Text.control(random) + " HTTP/1.1\r\n"
                    + Text.of(
                            random,
                            "Host: localhost\r\nOrigin: https://evil.example\r\n",
                            "Host: localhost\r\nOrigin: null\r\n",
                            "Host: evil.example\r\n",
                            "Host: localhost.evil.example\r\n",
                            "Host: localhost\r\nUser-Agent: GitHub-Hookshot/" + random.nextInt() + "\r\n")
                    + "Connection: close\r\nContent-Length: 2\r\n\r\n{}"),
    ANOTHER_HOST_IN_THE_TARGET(
            Set.of(400, 403, 404),
            random -> "POST "
                    + Text.of(
                            random,
                            "http://evil.example/_twin/reset HTTP/1.1\r\nHost: localhost",
                            "http://localhost/_twin/reset HTTP/1.1\r\nHost: evil.example",
                            "http://localhost@evil.example/_twin/reset HTTP/1.1\r\nHost: localhost",
                            "//evil.example/_twin/reset HTTP/1.1\r\nHost: localhost",
                            "http://localhost/_twin/reset HTTP/1.1\r\nHost: localhost\r\nHost: evil.example",
                            "/_twin/reset HTTP/1.1\r\nHost: localhost, evil.example",
                            "/_twin/reset HTTP/1.1\r\nHost: localhost\\evil.example",
                            "/_twin/reset HTTP/1.1\r\nHost: localhost#.evil.example",
                            "/_twin/reset HTTP/1.1\r\nHost: localhost:x@evil.example",
                            "/_twin/reset HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost",
                            "/_twin/reset HTTP/1.1\r\nHost: evil.example\r\nForwarded: host=localhost")
                    + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
    ODD_TARGETS(
            Set.of(400, 401, 404, 414),
            random -> "PATCH "
                    + Text.of(
                            random,
                            "/..%2f..%2fetc/passwd",
                            "/orgs/..%2facme",
                            "/orgs/%2e%2e/_twin/reset",
                            "/orgs/acme%00",
                            "/orgs/acme%",
                            "/orgs/%c0%afacme",
                            "/orgs/%u002facme",
                            "/orgs\\acme",
                            "/orgs/acme\u0000",
                            "/orgs/acme\u0007",
                            "/orgs/acme/../../_twin/reset",
                            "/" + "a".repeat(1 + random.nextInt(60_000)),
                            "/" + "../".repeat(1 + random.nextInt(2_000)),
                            "/" + "%2e%2e/".repeat(1 + random.nextInt(2_000)))
                    + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: h\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
    MANY_HEADERS(
            Set.of(200, 400, 431),
            random -> "GET /orgs/acme HTTP/1.1\r\nHost: localhost\r\nUser-Agent: h\r\nConnection: close\r\n"
                    + Text.of(
                            random,
                            "X: y\r\n".repeat(1 + random.nextInt(20_000)),
                            "X: " + "y".repeat(1 + random.nextInt(100_000)) + "\r\n",
                            "X".repeat(1 + random.nextInt(100_000)) + ": y\r\n",
                            "Accept: " + "a/b,".repeat(1 + random.nextInt(7_000)) + "\r\n",
                            "Cookie: " + "a=b;".repeat(1 + random.nextInt(7_000)) + "\r\n",
                            ("X" + random.nextInt() + ": y\r\n").repeat(1 + random.nextInt(1_000)))
                    + "\r\n"),
    METHODS(
            Set.of(200, 400, 401, 404, 405, 431),
            random -> Text.of(
                            random,
                            Text.word(random, 1 + random.nextInt(30)) + " /orgs/acme HTTP/1.1\r\nHost: localhost",
                            "patch /orgs/acme HTTP/1.1\r\nHost: localhost\r\nAuthorization: token " + Text.OWNER,
                            "TRACE /orgs/acme HTTP/1.1\r\nHost: localhost\r\nAuthorization: token " + Text.OWNER,
                            "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost",
                            "GET /orgs/acme HTTP/1.1\r\nHost: localhost\r\nX-HTTP-Method-Override: DELETE",
                            "GET\t/orgs/acme\tHTTP/1.1\r\nHost: localhost",
                            "G\u0000T /orgs/acme HTTP/1.1\r\nHost: localhost",
                            "M".repeat(1 + random.nextInt(50_000)) + " / HTTP/1.1\r\nHost: localhost")
                    + "\r\nUser-Agent: h\r\nConnection: close\r\n\r\n"),
    VERSIONS(
            Set.of(0, 200, 400, 403, 426, 431, 505),
            random -> Text.of(
                    random,
                    "GET /orgs/acme\r\n\r\n",
                    "GET /orgs/acme HTTP/0.9\r\n\r\n",
                    "GET /orgs/acme HTTP/1.0\r\nUser-Agent: h\r\n\r\n",
                    "GET /orgs/acme HTTP/1.2\r\nHost: localhost\r\n\r\n",
                    "GET /orgs/acme HTTP/" + random.nextInt(99) + "." + random.nextInt(99) + "\r\n\r\n",
                    "GET /orgs/acme HTTP/1.1" + Text.word(random, 3) + "\r\nHost: localhost\r\n\r\n",
                    "GET /orgs/acme HTTPS/1.1\r\nHost: localhost\r\n\r\n",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
                    "\u0016\u0003\u0001\u0002\u0000\u0001" + Text.word(random, 20),
                    Text.bytes(random, 1 + random.nextInt(5_000)))),
    EXPECTATIONS(
            Set.of(100, 200, 400, 401, 403, 404, 417),
            random -> Text.of(
                            random,
                            "PATCH /orgs/tinker HTTP/1.1\r\nHost: localhost\r\n",
                            "PUT /_twin/state HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n")
                    + Text.of(
                            random,
                            "Expect: 100-continue\r\n",
                            "Expect: 200-ok\r\n",
                            "Expect: " + Text.word(random, 40) + "\r\n",
                            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk\r\n",
                            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAA\r\n"
                                    + "Sec-WebSocket-Version: 13\r\n")
                    + "User-Agent: h\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

    private final Set<Integer> statuses;
    private final Function<Random, String> requests;

    HttpAttack(Set<Integer> statuses, Function<Random, String> requests) {
        this.statuses = statuses;
        this.requests = requests;
    }

    /** The statuses by which the twin may answer; 0 stands for ending the connection without a word. */
    Set<Integer> statuses() {
        return statuses;
    }

    /** A request of this kind, each character a byte. */
    String draw(Random random) {
        return requests.apply(random);
    }

    /** What requests are made of. */
    private static final class Text {

        static final String OWNER = HostileTest.OWNER;

        /** What nobody may get done: it is not a request but a part of one. */
        static final String SMUGGLED =
                "PATCH /orgs/acme HTTP/1.1\r\nHost: localhost\r\nUser-Agent: h\r\nAuthorization: token " + OWNER
                        + "\r\nContent-Length: 27\r\n\r\n{\"description\": \"smuggled\"}";

        private Text() {}

        /** The start of a request that nobody may make, with an open connection after it. */
        static String post(String headers) {
            return "PATCH /orgs/tinker HTTP/1.1\r\nHost: localhost\r\nUser-Agent: h\r\n" + headers + "\r\n";
        }

        static String of(Random random, String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        static String word(Random random, int length) {
            return random.ints(length, 'A', 'Z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        static String bytes(Random random, int length) {
            return random.ints(length, 0, 256)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        /** A method and a path that might be taken for one of the control API; some of its characters are escaped. */
        static String control(Random random) {
            String[] call = of(
                            random,
                            "POST /_twin/reset",
                            "PUT /_twin/state",
                            "PUT /_twin/worlds/evil",
                            "DELETE /_twin/faults")
                    .split(" ");
            String path = call[1];
            StringBuilder escaped = new StringBuilder();
            for (char c : path.toCharArray()) {
                boolean plain = c == '/' || random.nextInt(4) > 0;
                escaped.append(plain ? String.valueOf(c) : "%%%02x".formatted((int) c));
            }
            String odd = of(
                    random,
                    path,
                    path + "?a=b",
                    escaped.toString(),
                    path.toUpperCase(Locale.ROOT),
                    path.replace("/_twin", "/_twin;a=b"),
                    path.replace("/_twin/", "/_twin//"),
                    path.replace("/_twin/", "/./_twin/"),
                    path.replace("/_twin/", "/x/..%2f_twin/"),
                    path + "/",
                    path + "%00",
                    path + ";");
            return call[0] + " " + of(random, "", "", "/w/default", "/api/v3", "/w/default/api/v3") + odd;
        }
    }
}
