package dev.hubtwin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.client.control.model.DeliveryStatus;
import dev.hubtwin.client.control.model.StateDeliverTo;
import dev.hubtwin.seed.Seed;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Deliveries of webhooks")
@Timeout(60)
class DeliveryLoopsTest {

    private static final String TOKEN = "ghp_oliviaoliviaoliviaoliviaolivia";

    @Test
    @DisplayName("reach the twin itself by no name, address or port of it")
    void reachNotTheTwinItself(@TempDir Path home) throws Exception {
        TwinTls tls = TwinTls.selfSigned(0, home);
        try (Twin open =
                Twin.start(seed(), Twin.Options.LOCAL.withHost("0.0.0.0").withTls(tls))) {
            int[] ports = {port(open.url()), port(open.tlsUrl().orElseThrow())};
            List<String> hosts = Stream.concat(
                            Stream.of(
                                    "localhost",
                                    "127.0.0.1",
                                    "127.1",
                                    "127.9.9.9",
                                    "2130706433",
                                    "0.0.0.0",
                                    "[::1]",
                                    "[::]",
                                    "[::ffff:127.0.0.1]",
                                    "[0:0:0:0:0:ffff:7f00:1]",
                                    "LOCALHOST"),
                            ownAddresses())
                    .toList();
            for (String host : hosts) {
                for (String server : List.of("http://" + host + ":" + ports[0], "https://" + host + ":" + ports[1])) {
                    send(open, "DELETE", hook(open, server + "/_twin/reset"), "");
                }
            }
            List<SentDelivery> sent = open.world().deliveries().await();
            assertEquals(2 * hosts.size(), sent.size(), "nothing was reset");
            for (SentDelivery delivery : sent) {
                assertEquals(DeliveryStatus.REFUSED, delivery.status(), delivery.toString());
                assertTrue(delivery.error().endsWith(" is this server, which takes no deliveries"), delivery.error());
            }
        }
    }

    private static Stream<String> ownAddresses() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                .map(address -> address.contains(":") ? "[" + address + "]" : address);
    }

    @Test
    @DisplayName("do not loop: a webhook to its own pings")
    void doNotPingThemselves() throws Exception {
        try (Twin twin = Twin.start(seed())) {
            hook(twin, pings(twin));
            assertEquals(1, twin.world().deliveries().await().size());
            assertEquals(204, ping(twin));
            List<SentDelivery> sent = twin.world().deliveries().await();
            assertEquals(
                    "refused refused", sent.get(0).status() + " " + sent.get(1).status());
            assertEquals(2, sent.size());
        }
    }

    @Test
    @DisplayName("do not loop: webhooks of two twins to each other's pings")
    void doNotPingEachOther() throws Exception {
        try (Twin one = Twin.start(seed());
                Twin other = Twin.start(seed())) {
            hook(one, pings(other));
            one.world().deliveries().await();
            hook(other, pings(one));
            other.world().deliveries().await();
            assertEquals(204, ping(one));
            one.world().deliveries().await();
            other.world().deliveries().await();
            // Of one: at its creation, when there was no other; by hand; what the other's first ping caused, refused.
            assertEquals(3, one.world().deliveries().await().size());
            List<SentDelivery> caused = other.world().deliveries().await();
            assertEquals(2, caused.size());
            assertEquals(DeliveryStatus.DELIVERED, caused.get(0).status());
            assertEquals(DeliveryStatus.REFUSED, caused.get(1).status());
            assertEquals(
                    "a delivery caused it, and a loop of deliveries would not end",
                    caused.get(1).error());
        }
    }

    @Test
    @DisplayName("do not reset another twin")
    void reachNotTheControlApiOfAnotherTwin() throws Exception {
        try (Twin one = Twin.start(seed());
                Twin other = Twin.start(seed())) {
            other.world().state().merge("users: [{login: zoe}]");
            hook(one, other.url() + "/_twin/reset");
            SentDelivery sent = one.world().deliveries().await().get(0);
            assertEquals(DeliveryStatus.FAILED, sent.status());
            assertEquals(403, sent.responseStatus());
            assertTrue(other.world().state().export().toJson().contains("zoe"));
        }
    }

    private static Seed seed() {
        return Seed.of()
                .user("olivia")
                .organization("acme", acme -> acme.owner("olivia"))
                .token(TOKEN, "olivia", "admin:org_hook")
                .settings(settings -> settings.deliverTo(StateDeliverTo.ANY));
    }

    /** User-info of a URL is a credential that a delivery is sent with. */
    private static String pings(Twin twin) {
        return twin.url().replace("://", "://olivia:" + TOKEN + "@") + "/orgs/acme/hooks/1/pings";
    }

    private static int ping(Twin twin) throws Exception {
        return send(twin, "POST", "/orgs/acme/hooks/1/pings", "").statusCode();
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }

    /** Makes a webhook, which is pinged, and returns its path. */
    private static String hook(Twin twin, String url) throws Exception {
        String body = "{\"name\": \"web\", \"config\": {\"url\": \"" + url + "\", \"insecure_ssl\": \"1\"}}";
        HttpResponse<String> made = send(twin, "POST", "/orgs/acme/hooks", body);
        assertEquals(201, made.statusCode(), made.body());
        return URI.create(made.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static HttpResponse<String> send(Twin twin, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(twin.url()) + path))
                .header("Authorization", "token " + TOKEN)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
