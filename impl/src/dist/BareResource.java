import dev.hubtwin.internal.jetty.JettyContainer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.CountDownLatch;
import org.glassfish.jersey.server.ResourceConfig;

/** A resource of Jersey's in Jetty and nothing else, for {@code start-times}. The second argument is the port. */
public final class BareResource {

    @Path("/orgs/acme")
    public static final class Acme {

        @GET
        @Produces("application/json")
        public String get() {
            return "{\"login\": \"acme\"}";
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        new JettyContainer("127.0.0.1", Integer.parseInt(arguments[1]), new ResourceConfig(Acme.class)).start();
        new CountDownLatch(1).await();
    }
}
