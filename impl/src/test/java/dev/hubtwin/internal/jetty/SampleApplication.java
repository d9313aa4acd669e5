package dev.hubtwin.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** A small application that shows what reaches it. */
@Path("/")
public class SampleApplication {

    private final Gate gate;

    @Inject
    public SampleApplication(Gate gate) {
        this.gate = gate;
    }

    /** Lets a test hold a request in the application. */
    static final class Gate {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        void awaitBegun() throws InterruptedException {
            begun.await();
        }

        void open() {
            mayEnd.countDown();
        }

        private void pass() throws InterruptedException {
            begun.countDown();
            mayEnd.await();
        }
    }

    /** The application as a container takes it. */
    static ResourceConfig application(Gate gate) {
        return new ResourceConfig(SampleApplication.class)
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(gate).to(Gate.class);
                    }
                })
                .property(ServerProperties.WADL_FEATURE_DISABLE, true);
    }

    @GET
    @Path("hello")
    public String hello() {
        return "hello";
    }

    @POST
    @Path("echo")
    public String echo(String body) {
        return body;
    }

    @POST
    @Path("length")
    public String length(byte[] body) {
        return String.valueOf(body.length);
    }

    @GET
    @Path("big")
    public byte[] big() {
        return new byte[300_000];
    }

    @GET
    @Path("huge")
    public byte[] huge() {
        return new byte[3 << 20];
    }

    @GET
    @Path("headers")
    public Response headers(@QueryParam("length") int length) {
        return Response.ok("long").header("X-Long", "x".repeat(length)).build();
    }

    @GET
    @Path("where")
    public String where(@Context UriInfo uri) {
        return uri.getBaseUri() + " " + uri.getPath(false) + " " + uri.getRequestUri();
    }

    @GET
    @Path("world")
    public String world(@Context ContainerRequestContext request) {
        return String.valueOf(request.getProperty("world"));
    }

    @GET
    @Path("query")
    public String query(@QueryParam("q") String q) {
        return q;
    }

    @GET
    @Path("orgs/{org}")
    public String org(@PathParam("org") String org) {
        return org;
    }

    @GET
    @Path("none")
    public Response none() {
        return Response.noContent().type(MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Path("same")
    public Response same() {
        return Response.notModified("tag").type(MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Path("boom")
    public String boom() {
        throw new IllegalStateException("a secret");
    }

    @GET
    @Path("half")
    public StreamingOutput half() {
        return out -> {
            out.write(new byte[20_000]);
            throw new IllegalStateException("a secret");
        };
    }

    @GET
    @Path("streamed")
    public Response streamed(@QueryParam("bytes") int bytes, @QueryParam("fails") boolean fails) {
        StreamedBody body = out -> {
            for (int i = 0; i < bytes; i++) {
                out.write('0' + i % 10);
                out.flush();
            }
            if (fails) {
                throw new IllegalStateException("a secret");
            }
        };
        return Response.ok(body, MediaType.TEXT_PLAIN).build();
    }

    @GET
    @Path("later")
    public CompletionStage<String> later() {
        return CompletableFuture.supplyAsync(() -> "later");
    }

    @GET
    @Path("never")
    public void never(@Suspended AsyncResponse answer) {
        answer.setTimeout(1, TimeUnit.MILLISECONDS);
    }

    @GET
    @Path("wait")
    public String waitForIt() throws InterruptedException {
        gate.pass();
        return Thread.currentThread().getName();
    }

    /** A closed container has told its threads to end; they are given the moment that takes. */
    static void assertNoThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("hubtwin-")) {
                thread.join(5_000);
                assertFalse(thread.isAlive(), thread.getName());
            }
        }
    }
}
