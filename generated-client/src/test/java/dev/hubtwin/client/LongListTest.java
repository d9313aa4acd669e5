package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A list that is longer than memory: a tenth of a million elements in 16 MB, or a million in 64 MB in the full form.
 */
@Tag("slow")
class LongListTest {

    private static final int PAGE = 100;
    private static final boolean FULL = Boolean.getBoolean("hubtwin.full");

    @Test
    void isReadInConstantMemory() throws Exception {
        int pages = FULL ? 10_000 : 1_000;
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        FULL ? "-Xmx64m" : "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongListTest.class.getName(),
                        "" + pages)
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("%d read%n%d published%n".formatted(pages * PAGE, pages * PAGE), said);
        assertEquals(0, program.waitFor());
    }

    /** Reads a list of so many pages, and then has it published. */
    public static void main(String[] args) throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            int pages = Integer.parseInt(args[0]);
            server.then(exchange -> {
                String query = String.valueOf(exchange.getRequestURI().getQuery());
                int page = query.startsWith("page=") ? Integer.parseInt(query.substring(5)) : 1;
                server.requests().clear();
                if (page < pages) {
                    exchange.getResponseHeaders()
                            .set(
                                    "Link",
                                    "<" + server.url() + "/orgs/acme/members?page=" + (page + 1) + ">; rel=\"next\"");
                }
                byte[] body = users(page).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            });
            GitHubClient client = server.client().build();
            System.out.println(client.members().list("acme").stream().count() + " read");
            Counter counter = new Counter();
            client.members().list("acme").publisher().subscribe(counter);
            System.out.println(counter.over.get() + " published");
        }
    }

    private static String users(int page) {
        return IntStream.range(0, PAGE)
                .mapToObj(number ->
                        "{\"login\": \"user-" + page + "-" + number + "\", \"html_url\": \"https://github.com/u\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static final class Counter implements Flow.Subscriber<Object> {

        private final CompletableFuture<Long> over = new CompletableFuture<>();
        private long count;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Object element) {
            count++;
        }

        @Override
        public void onError(Throwable failure) {
            over.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            over.complete(count);
        }
    }
}
