package dev.hubtwin.internal.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.assembly.StateSize;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * A twin, or a Jetty that gives one answer. It prints its port, then a line for each line that it is sent: the
 * processor time that its threads have used so far, in nanoseconds, and the bytes.
 */
final class RequestBenchServer {

    private RequestBenchServer() {}

    /**
     * @param args the file of a seed for a twin, and that of its database, if it has one; nothing for a Jetty, which is
     *     sent the files of its answers
     */
    public static void main(String[] args) throws Exception {
        BareAnswer answer = new BareAnswer();
        System.out.println(args.length > 0 ? twin(args) : bare(answer));
        ThreadUse used = ThreadUse.ofAll();
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            if (!line.isEmpty()) {
                answer.read(Path.of(line));
            }
            used.count();
            System.out.println(used.nanos() + " " + used.bytes());
        }
        System.exit(0);
    }

    private static int twin(String... files) throws IOException {
        World world = SeedCodec.read(Files.readString(Path.of(files[0])), "application/yaml", Instant.now());
        TwinServer.Config config = new TwinServer.Config(
                "127.0.0.1",
                0,
                Clock.systemUTC(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                StateSize.usual(),
                Stream.of(files)
                        .skip(1)
                        .map(file -> new TwinServer.Data("jdbc:sqlite:" + file, Optional.empty()))
                        .findFirst());
        return URI.create(TwinServer.start(world, config).url()).getPort();
    }

    private static int bare(BareAnswer answer) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(answer);
        server.start();
        return connector.getLocalPort();
    }

    /** Gives one answer to everything, as cheaply as Jetty can. */
    private static final class BareAnswer extends Handler.Abstract.NonBlocking {

        private volatile int status;
        private volatile List<HttpField> headers = List.of();
        private volatile byte[] body = {};

        /** Reads an answer, as it came. */
        private void read(Path file) throws IOException {
            String text = Files.readString(file, ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            List<HttpField> fields = new ArrayList<>();
            for (String line : text.substring(text.indexOf("\r\n") + 2, end).split("\r\n")) {
                String[] header = line.split(": ?", 2);
                if (!header[0].equalsIgnoreCase("content-length") && !header[0].equalsIgnoreCase("date")) {
                    fields.add(new PreEncodedHttpField(header[0], header[1]));
                }
            }
            status = Integer.parseInt(text.split(" ")[1]);
            headers = fields;
            body = text.substring(end + 4).getBytes(ISO_8859_1);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(status);
            headers.forEach(response.getHeaders()::add);
            response.write(body.length > 0, body.length > 0 ? ByteBuffer.wrap(body) : null, callback);
            return true;
        }
    }
}
