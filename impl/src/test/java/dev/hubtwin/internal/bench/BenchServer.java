package dev.hubtwin.internal.bench;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.hubtwin.internal.jetty.JettyContainer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jetty.JettyHttpContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** One container with the measured application in a process of its own; it ends when its input ends. */
final class BenchServer {

    private static final URI ANY_PORT = URI.create("http://127.0.0.1:0/");

    private BenchServer() {}

    /** @param args the container's name: {@code adapter}, {@code jetty} or {@code grizzly} */
    public static void main(String[] args) throws IOException {
        Logger.getLogger("").setLevel(Level.OFF);
        System.out.println(start(args[0]));
        while (System.in.read() >= 0) {
            // only the end matters
        }
        System.exit(0);
    }

    private static int start(String container) {
        switch (container) {
            case "adapter" -> {
                JettyContainer ours = new JettyContainer("127.0.0.1", 0, application());
                ours.start();
                return ours.port();
            }
            case "jetty" -> {
                var jetty = JettyHttpContainerFactory.createServer(ANY_PORT, application());
                return ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
            }
            case "grizzly" -> {
                var grizzly = GrizzlyHttpServerFactory.createHttpServer(ANY_PORT, application());
                return grizzly.getListeners().iterator().next().getPort();
            }
            default -> throw new IllegalArgumentException(container);
        }
    }

    private static ResourceConfig application() {
        return new ResourceConfig(Measured.class)
                .register(JacksonJsonProvider.class)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    }

    /** What is asked for. */
    @Path("/")
    @Produces(MediaType.APPLICATION_JSON)
    public static class Measured {

        private static final byte[] PAGE = new byte[16 << 10];

        /** A page kept as bytes. */
        @GET
        @Path("page")
        public byte[] page() {
            return PAGE;
        }

        /** A small object, written by Jackson each time. */
        @GET
        @Path("small")
        public Small small() {
            return new Small("octocat", 583231, "https://api.github.com/users/octocat", "User", false);
        }

        /** The body it was sent. */
        @POST
        @Path("echo")
        @Consumes(MediaType.APPLICATION_JSON)
        public Map<String, Object> echo(Map<String, Object> body) {
            return body;
        }
    }

    /** A simple user, cut short. */
    public record Small(String login, long id, String url, String type, boolean site_admin) {}
}
