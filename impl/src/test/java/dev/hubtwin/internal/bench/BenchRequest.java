package dev.hubtwin.internal.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hubtwin.internal.tls.RsaPem;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A kind of request whose cost is measured. Those that are called new differ each time, so that nothing which is kept
 * answers them.
 *
 * @param name what {@code docs/performance.md} calls it
 * @param text makes the request with a number
 */
record BenchRequest(String name, IntFunction<String> text) {

    /** The token of who asks. */
    static final String TOKEN = "ghp_bench";

    private static final int MEMBERS = 1_000;
    private static final int INSTALLATION = 555;
    private static final int APP = 42;
    private static final int WEB_TOKENS = 64;
    private static final int VALID_SECONDS = 540;

    /** Each of them, for apps that sign with the key. */
    static List<BenchRequest> all(KeyPair key) {
        String members = "GET /orgs/acme/members";
        List<String> apps = webTokens(key);
        return List.of(
                new BenchRequest("page of 30 members, kept", i -> request(members, TOKEN, "")),
                new BenchRequest("the same by gzip", i -> request(members, TOKEN, "Accept-Encoding: gzip\r\n")),
                new BenchRequest("the same, 304", i -> request(members, TOKEN, "If-None-Match: *\r\n")),
                new BenchRequest("page of 30 members, new", i -> request(members + "?new=" + i, TOKEN, "")),
                new BenchRequest("`GET /orgs/{org}`, new", i -> request("GET /orgs/acme?new=" + i, TOKEN, "")),
                new BenchRequest("`PUT /orgs/{org}/memberships/{username}`", BenchRequest::membership),
                new BenchRequest(
                        "`POST /app/installations/{id}/access_tokens`",
                        i -> request(
                                "POST /app/installations/" + INSTALLATION + "/access_tokens",
                                apps.get(i % apps.size()),
                                "Content-Length: 0\r\n")));
    }

    /** Changes something each time: a member becomes an owner, and is one no more the next time. */
    private static String membership(int i) {
        String body = "{\"role\":\"" + (i / MEMBERS % 2 == 0 ? "admin" : "member") + "\"}";
        return request("PUT /orgs/acme/memberships/user-" + i % MEMBERS, body);
    }

    /** A request with the token and a body of ASCII characters, which may be empty. */
    static String request(String line, String body) {
        return request(line, TOKEN, "Content-Length: " + body.length() + "\r\n") + body;
    }

    /** A request without a body, with headers of its own. */
    static String request(String line, String credential, String more) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\nAccept: application/json\r\n"
                + "Authorization: Bearer " + credential + "\r\n" + more + "\r\n";
    }

    /** The seed of the world that is asked. */
    static String seed(KeyPair key) {
        StringBuilder seed = new StringBuilder("settings: {rate_limit: 'off'}\nusers:\n  - login: olivia\n");
        StringBuilder members = new StringBuilder("      - {login: olivia, role: admin}\n");
        for (int i = 0; i < MEMBERS; i++) {
            seed.append("  - login: user-").append(i).append('\n');
            members.append("      - login: user-").append(i).append('\n');
        }
        return seed.append("organizations:\n  - login: acme\n    members:\n")
                .append(members)
                .append("tokens: [{token: " + TOKEN + ", user: olivia, scopes: ['admin:org']}]\n")
                .append("apps:\n  - slug: bench\n    id: " + APP + "\n    owner: acme\n    private_key: |\n      ")
                .append(RsaPem.pkcs1(key).strip().replace("\n", "\n      "))
                .append("\n    permissions: {metadata: read, members: write}\n")
                .append("    installations: [{id: " + INSTALLATION + ", account: acme}]\n")
                .toString();
    }

    static KeyPair key() throws GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        return rsa.generateKeyPair();
    }

    /** JSON web tokens of the app, which differ in when they end. */
    private static List<String> webTokens(KeyPair key) {
        long now = Instant.now().getEpochSecond();
        return IntStream.range(0, WEB_TOKENS)
                .mapToObj(i -> webToken(
                        key, "{\"iat\":%d,\"exp\":%d,\"iss\":\"%d\"}".formatted(now, now + VALID_SECONDS - i, APP)))
                .toList();
    }

    private static String webToken(KeyPair key, String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String signed = encoder.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(US_ASCII)) + "."
                + encoder.encodeToString(claims.getBytes(US_ASCII));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + encoder.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
