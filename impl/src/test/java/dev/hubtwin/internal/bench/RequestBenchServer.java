package dev.hubtwin.internal.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.seed.SeedCodec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A twin, or a Jetty that gives one answer; for each line that it is sent it says what it has used. */
final class RequestBenchServer {

    static final String TOKEN = "ghp_bench";

    private static final int MEMBERS = 1_000;

    private RequestBenchServer() {}

    /** @param args {@code twin}, or the file that holds the answer */
    public static void main(String[] args) throws Exception {
        System.out.println(args[0].equals("twin") ? twin() : bare(Files.readAllBytes(Path.of(args[0]))));
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, ISO_8859_1));
        while (asked.readLine() != null) {
            long bytes = LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                    .sum();
            System.out.println(process.getProcessCpuTime() + " " + bytes);
        }
        System.exit(0);
    }

    private static int twin() {
        StringBuilder users = new StringBuilder("settings: {rate_limit: 'off'}\nusers:\n  - login: olivia\n");
        StringBuilder members = new StringBuilder("      - {login: olivia, role: admin}\n");
        for (int i = 0; i < MEMBERS; i++) {
            users.append("  - login: user-").append(i).append('\n');
            members.append("      - login: user-").append(i).append('\n');
        }
        String seed = users + "organizations:\n  - login: acme\n    members:\n" + members + "tokens: [{token: " + TOKEN
                + ", user: olivia, scopes: ['admin:org']}]\n";
        return URI.create(TwinServer.start(SeedCodec.read(seed, "application/yaml", Instant.now()))
                        .url())
                .getPort();
    }

    private static int bare(byte[] answer) throws Exception {
        String text = new String(answer, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<HttpField> headers = new ArrayList<>();
        for (String line : text.substring(text.indexOf("\r\n") + 2, end).split("\r\n")) {
            String[] header = line.split(": ?", 2);
            if (!header[0].equalsIgnoreCase("content-length") && !header[0].equalsIgnoreCase("date")) {
                headers.add(new PreEncodedHttpField(header[0], header[1]));
            }
        }
        byte[] body = text.substring(end + 4).getBytes(ISO_8859_1);
        int status = Integer.parseInt(text.split(" ")[1]);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract.NonBlocking() {

            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(status);
                headers.forEach(response.getHeaders()::add);
                response.write(body.length > 0, body.length > 0 ? ByteBuffer.wrap(body) : null, callback);
                return true;
            }
        });
        server.start();
        return connector.getLocalPort();
    }
}
