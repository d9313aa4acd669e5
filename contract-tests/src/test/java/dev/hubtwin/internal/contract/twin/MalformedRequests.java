package dev.hubtwin.internal.contract.twin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;

/** Requests that nobody should send and somebody will. Each character is a byte. */
final class MalformedRequests {

    private static final String TOKEN = "Authorization: Bearer ghp_olivia\r\n";

    private MalformedRequests() {}

    static Stream<String> all() {
        return Stream.of(targets(), queries(), headers(), methods(), bodies(), framing())
                .flatMap(s -> s);
    }

    private static Stream<String> targets() {
        return Stream.of(
                        "/orgs/%zz",
                        "/orgs/%",
                        "/orgs/%4",
                        "/%00",
                        "/orgs/%00",
                        "/orgs/a%00b",
                        "/orgs/%2e%2e/acme",
                        "/../../etc/passwd",
                        "/orgs/..%2facme",
                        "/orgs/acme%2f",
                        "/orgs/acme%2Fmembers",
                        "/orgs/%c3%28",
                        "/orgs/%ff%fe",
                        "/%F0%9F%9A%80",
                        "/\u00e4",
                        "/orgs/<script>alert(1)</script>",
                        "/orgs/{org}",
                        "/orgs/acme#fragment",
                        "/orgs/a\"b",
                        "/orgs/a\\b",
                        "/orgs/a|b^`",
                        "/orgs/a\u0001b",
                        "//",
                        "///orgs/acme",
                        "/orgs//",
                        "/.",
                        "/..",
                        "/./orgs/acme",
                        "*",
                        "",
                        "orgs/acme",
                        "?",
                        "/?",
                        "/;",
                        "/orgs/;",
                        "http://other.example/orgs/acme",
                        "https://[::1/orgs",
                        "ftp://x/",
                        "/api/v3",
                        "/api/v3/",
                        "/api/v3//",
                        "/api/v3/%zz",
                        "/api/v3/%00",
                        "/api/v3/../orgs/acme",
                        "/api/v3;x/orgs/acme",
                        "/orgs/" + "a".repeat(8_000),
                        "/orgs/" + "a".repeat(40_000),
                        "/orgs/" + "%41".repeat(5_000),
                        "/" + "a/".repeat(4_000),
                        "/organizations/99999999999999999999999",
                        "/organizations/-0",
                        "/repositories/1e3",
                        "/repositories/9223372036854775808")
                .map(target -> get(target, ""));
    }

    private static Stream<String> queries() {
        return Stream.of(
                        "%",
                        "%zz",
                        "%00",
                        "&&&=&=",
                        "page",
                        "page=",
                        "=1",
                        "per_page=%00",
                        "per_page=\u00ff",
                        "page=1&page=x",
                        "since=1e9",
                        "page=2147483647&per_page=100",
                        "page=-2147483648",
                        "per_page=+5",
                        "page=%2B1",
                        "since=9223372036854775807",
                        "since=-9223372036854775808",
                        "since=" + "9".repeat(20_000),
                        "x=" + "a".repeat(20_000),
                        "x=" + "a".repeat(40_000),
                        "a&".repeat(10_000),
                        "x={}[]<>\"'`|^",
                        "per_page[]=1",
                        "per_page=1;page=2",
                        "page=\u0660")
                .flatMap(query -> Stream.of("/organizations?", "/user/orgs?", "/api/v3/users/paula/orgs?")
                        .map(path -> get(path + query, TOKEN)));
    }

    private static Stream<String> headers() {
        String large = "x".repeat(20_000);
        return Stream.of(
                        "Accept: ",
                        "Accept: ;;;",
                        "Accept: a",
                        "Accept: */*;q=abc",
                        "Accept: application/json;charset=\"",
                        "Accept: " + large,
                        "Accept: " + "text/html,".repeat(1_500),
                        "Accept: application/vnd.github.\u00e4-preview+json",
                        "Accept: \u0000",
                        "Accept-Encoding: gzip;q=2, *;q=0",
                        "Accept-Language: ;",
                        "Accept-Charset: utf-99",
                        "Content-Type: ",
                        "Content-Type: x",
                        "Content-Type: a/b/c;;=",
                        "Content-Type: application/json; charset=\"no such\"",
                        "Content-Type: */*",
                        "Content-Encoding: gzip",
                        "Content-Encoding: nonsense",
                        "Content-Language: !",
                        "Authorization: ",
                        "Authorization:",
                        "Authorization: Bearer",
                        "Authorization: Bearer " + large,
                        "Authorization: Bearer \u00e4\u00ff",
                        "Authorization: Basic",
                        "Authorization: Basic ====",
                        "Authorization: Basic " + large,
                        "Authorization: Basic Og==",
                        "Authorization: \u0000",
                        "Authorization: Bearer a.b.c",
                        "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
                        "Authorization: Digest username=\"",
                        "Authorization: Bearer x\r\nAuthorization: Bearer y",
                        "If-None-Match: " + large,
                        "If-None-Match: W/",
                        "If-None-Match: \"",
                        "If-Modified-Since: Thu, 99 Foo 2020",
                        "If-Modified-Since: " + large,
                        "If-Modified-Since: -1",
                        "If-Match: *",
                        "Range: bytes=0-1",
                        "If-Unmodified-Since: Mon, 01 Jan 2001 00:00:00 GMT",
                        "Expect: 100-continue",
                        "Expect: nonsense",
                        "Cookie: ;=;\"",
                        "Upgrade: h2c",
                        "X-HTTP-Method-Override: DELETE",
                        "X-Forwarded-Host: evil.example",
                        "Forwarded: host=\"",
                        "X-GitHub-Api-Version: v3",
                        "Origin: null",
                        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: !",
                        "Te: trailers",
                        "Trailer: X",
                        "User-Agent: ",
                        "Host: second.example",
                        "X: " + large + "\r\nY: " + large,
                        "X\u0000Y: 1",
                        "X Y: 1",
                        ": 1",
                        "no colon",
                        " folded",
                        "X-A: 1\r\n folded",
                        "Content-Length: 0\r\nContent-Length: 1",
                        "Content-Length: -1",
                        "Content-Length: abc",
                        "Content-Length: 99999999999999999999",
                        "Transfer-Encoding: gzip",
                        "Transfer-Encoding: chunked\r\nContent-Length: 5")
                .flatMap(header ->
                        Stream.of(get("/orgs/acme", header + "\r\n"), get("/api/v3/user", TOKEN + header + "\r\n")));
    }

    private static Stream<String> methods() {
        return Stream.of(
                        "FOO",
                        "get",
                        "TRACE",
                        "CONNECT",
                        "OPTIONS",
                        "PROPFIND",
                        "G\u00c4T",
                        "G T",
                        "",
                        "BAD",
                        "A".repeat(10_000),
                        "PATCH",
                        "POST",
                        "PUT",
                        "DELETE")
                .flatMap(method -> Stream.of("/orgs/acme", "/", "*", "/unheard", "/api/v3/user")
                        .map(target -> request(method, target, TOKEN, "")));
    }

    private static Stream<String> bodies() {
        String name = "{\"name\": \"";
        Stream<String> texts = Stream.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "[".repeat(100_000) + "]".repeat(100_000),
                "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"unheard\": " + "{\"a\":".repeat(900) + "1" + "}".repeat(900) + "}",
                "{\"name\": 1e999999999}",
                "{\"name\": " + "9".repeat(100_000) + "}",
                "{\"has_organization_projects\": 1e400}",
                "{\"unheard\": 1e2147483648}",
                "{\"unheard\": -" + "9".repeat(999) + "}",
                "{\"name\": \"a\", \"name\": 1}",
                "{\"name\": 1, \"name\": \"a\"}",
                name + "\\u0000\"}",
                name + "\u0000\"}",
                name + "\\ud800\"}",
                name + "\\udc00\\ud800\"}",
                name + "\u00ff\u00fe\"}",
                name + "\u00c3\"}",
                name + "\u00ed\u00a0\u0080\"}",
                name + "\u00c0\u0080\"}",
                name + "x".repeat(900_000) + "\"}",
                name + "x".repeat(2_000_000) + "\"}",
                "{\"" + "k".repeat(60_000) + "\": 1}",
                "{\"a\u0000\": 1}",
                "{" + "\"k\": 1, ".repeat(50_000) + "\"z\": 1}",
                "\u0000",
                "\u001f\u008b\b",
                "\u00ef\u00bb\u00bf{}",
                "{}\u0000",
                "{}{}",
                "/* c */ {}",
                "{name: 1}",
                "{'a': 1}",
                "{\"a\": 01}",
                "{\"a\": .5}",
                "{\"a\": Infinity}",
                "{\"a\": \"\t\"}",
                "\"" + "x".repeat(100_000),
                "-",
                "1".repeat(100_000),
                "t",
                "<xml/>",
                "a=b&c=d");
        Stream<byte[]> encodings = Stream.of(
                name.concat("\u00e4\"}").getBytes(UTF_16),
                name.concat("\u00e4\"}").getBytes(ISO_8859_1),
                "{}".getBytes(UTF_8));
        return Stream.concat(texts, encodings.map(bytes -> new String(bytes, ISO_8859_1)))
                .flatMap(body -> Stream.of(
                        request("PATCH", "/orgs/tinker", TOKEN, body),
                                request("PATCH", "/api/v3/orgs/tinker", TOKEN, body),
                        request("GET", "/orgs/acme", TOKEN, body), request("DELETE", "/orgs/acme", TOKEN, body)));
    }

    private static Stream<String> framing() {
        String start = "PATCH /orgs/tinker HTTP/1.1\r\nHost: x\r\nUser-Agent: nasty\r\nConnection: close\r\n" + TOKEN;
        return Stream.concat(
                List.of(
                                "5\r\n{}",
                                "zz\r\n{}\r\n0\r\n\r\n",
                                "-1\r\n",
                                "ffffffffffffffff\r\n{}",
                                "2\r\n{}\r\n0\r\nX: \u0000\r\n\r\n",
                                "2;" + "x".repeat(20_000) + "\r\n{}\r\n0\r\n\r\n")
                        .stream()
                        .map(chunks -> start + "Transfer-Encoding: chunked\r\n\r\n" + chunks),
                Stream.of(
                        start + "Content-Length: 10\r\n\r\n{}",
                        "GET / HTTP/1.0\r\n\r\n",
                        "GET /\r\n\r\n",
                        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                        "GET / HTTP/1.1\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: \"\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: \u00e4\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                        "GET /user HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: " + "h".repeat(300) + "\r\nConnection: close\r\n\r\n",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
                        "\r\n\r\n\r\n",
                        "\u0000".repeat(1_000),
                        "nonsense",
                        "GET",
                        "x".repeat(100_000)));
    }

    private static String get(String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: twin.example\r\nUser-Agent: nasty\r\nConnection: close\r\n"
                + headers + "\r\n";
    }

    private static String request(String method, String target, String headers, String body) {
        return method + " " + target
                + " HTTP/1.1\r\nHost: twin.example\r\nUser-Agent: nasty\r\nConnection: close\r\nContent-Length: "
                + body.length()
                + "\r\n" + headers + "\r\n" + body;
    }
}
