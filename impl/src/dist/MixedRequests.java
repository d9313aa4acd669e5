import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests of many kinds to a twin of the demo world. The arguments are its URL and how many to send. */
final class MixedRequests {

    private record Kind(String method, String path, String body, int status) {}

    /** {@code %d} differs each time, so that some answers are made anew. */
    private static final List<Kind> KINDS = List.of(
            new Kind("GET", "/orgs/acme", "", 200),
            new Kind("GET", "/orgs/acme?%d", "", 200),
            new Kind("GET", "/orgs/acme/members", "", 200),
            new Kind("GET", "/orgs/acme/members?per_page=30&%d", "", 200),
            new Kind("GET", "/orgs/acme/members/mike", "", 204),
            new Kind("GET", "/orgs/acme/memberships/mike?%d", "", 200),
            new Kind("GET", "/orgs/acme/outside_collaborators?%d", "", 200),
            new Kind("GET", "/orgs/acme/teams?%d", "", 200),
            new Kind("GET", "/orgs/acme/hooks?%d", "", 200),
            new Kind("GET", "/orgs/acme/installations?%d", "", 200),
            new Kind("GET", "/orgs/acme/campaigns?%d", "", 200),
            new Kind("GET", "/orgs/nothing-%d", "", 404),
            new Kind("GET", "/organizations?%d", "", 200),
            new Kind("GET", "/user", "", 200),
            new Kind("GET", "/user/orgs?%d", "", 200),
            new Kind("GET", "/users/mike/orgs", "", 200),
            new Kind("PATCH", "/orgs/acme", "{\"company\": \"Acme %d\"}", 200),
            new Kind("PATCH", "/orgs/acme", "{\"description\": %d}", 422),
            new Kind("PUT", "/orgs/acme/memberships/sofia", "{\"role\": \"member\"}", 200),
            new Kind("PUT", "/orgs/acme/public_members/olivia", "", 204));

    private static final int THREADS = 4;

    private MixedRequests() {}

    public static void main(String[] arguments) throws Exception {
        URI url = URI.create(arguments[0]);
        int most = Integer.parseInt(arguments[1]);
        HttpClient client = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> sent = new ArrayList<>();
        for (int first = 0; first < THREADS; first++) {
            int begin = first;
            sent.add(threads.submit(() -> {
                for (int i = begin; i < most; i += THREADS) {
                    send(client, url, KINDS.get(i / THREADS % KINDS.size()), i);
                }
                return null;
            }));
        }
        for (Future<?> one : sent) {
            one.get();
        }
        threads.shutdown();
    }

    private static void send(HttpClient client, URI url, Kind kind, int number) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(kind.path().replace("%d", "" + number)))
                .header("Authorization", "token ghp_ownerowner")
                .method(kind.method(), BodyPublishers.ofString(kind.body().replace("%d", "" + number)))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != kind.status()) {
            throw new IOException(kind + " was answered with " + status);
        }
    }
}
