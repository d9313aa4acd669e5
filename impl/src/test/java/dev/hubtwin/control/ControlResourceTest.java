package dev.hubtwin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.hubtwin.api.strict.StrictResponseFilter;
import dev.hubtwin.control.model.Health;
import dev.hubtwin.control.model.HealthStatus;
import dev.hubtwin.seed.Seeds;
import dev.hubtwin.world.Change;
import dev.hubtwin.world.World;
import dev.hubtwin.world.Worlds;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.junit.jupiter.api.Test;

/** The control resource behind Jersey, without a network. */
class ControlResourceTest {

  private static final String STATE = "users: [{login: olivia}]\n";

  private final Server server = new Server();
  private final ApplicationHandler jersey = new ApplicationHandler(new ResourceConfig()
      .property(ServerProperties.WADL_FEATURE_DISABLE, true)
      .register(ControlResource.class)
      .register(SeedRefusals.class)
      .register(StateWriting.class)
      .register(StrictResponseFilter.class)
      .register(JacksonJsonProvider.class)
      .register(new AbstractBinder() {
        @Override
        protected void configure() {
          bind(server).to(Controlled.class);
        }
      }));

  /** What a test says of the server. */
  private static final class Server implements Controlled {

    final Worlds worlds = new Worlds(World.EMPTY);
    String accept;
    String contentType;
    boolean events;

    @Override
    public Health health() {
      return new Health(HealthStatus.UP, "0.1.0", 3L, 1L);
    }

    @Override
    public World world() {
      return worlds.now();
    }

    @Override
    public Instant now() {
      return Instant.parse("2026-03-01T00:00:00Z");
    }

    @Override
    public String contentType() {
      return contentType;
    }

    @Override
    public String accept() {
      return accept;
    }

    @Override
    public void change(UnaryOperator<World> rule, boolean withEvents) {
      events = withEvents;
      worlds.change(world -> new Change<>(rule.apply(world), null));
    }

    @Override
    public void reset() {
      worlds.replace(World.EMPTY);
    }
  }

  private record Answer(int status, String type, String body) {}

  private Answer call(String method, String path, String body) throws Exception {
    ContainerRequest request = new ContainerRequest(
        URI.create("http://twin/"), URI.create("http://twin" + path), method, null, new MapPropertiesDelegate(), null);
    request.getHeaders().putSingle("Content-Type", MediaType.APPLICATION_JSON);
    request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ContainerResponse response = jersey.apply(request, out).get();
    String type = response.getMediaType() == null ? null : response.getMediaType().toString();
    return new Answer(response.getStatus(), type, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theServerIsUp() throws Exception {
    Answer answer = call("GET", "/_twin/health", "");
    assertEquals(200, answer.status());
    assertEquals("{\"status\":\"up\",\"version\":\"0.1.0\",\"uptime\":3,\"worlds\":1}", answer.body());
  }

  @Test
  void aStateGoesInAndOut() throws Exception {
    assertEquals(new Answer(204, null, ""), call("PUT", "/_twin/state", STATE));
    Answer json = call("GET", "/_twin/state", "");
    assertEquals(Seeds.json(server.world()), json.body());
    assertEquals("application/json;charset=utf-8", json.type());
    server.accept = "application/yaml";
    Answer yaml = call("GET", "/_twin/state", "");
    assertEquals(Seeds.yaml(server.world()), yaml.body());
    assertEquals("application/yaml;charset=utf-8", yaml.type());
    assertEquals(204, call("PUT", "/_twin/state", json.body()).status());
    assertEquals(yaml.body(), Seeds.yaml(server.world()));
  }

  @Test
  void itIsAddedToAndMergedInto() throws Exception {
    call("PUT", "/_twin/state", STATE);
    assertEquals(204, call("POST", "/_twin/state", "users: [{login: mike}]").status());
    assertEquals(422, call("POST", "/_twin/state", "users: [{login: mike}]").status());
    assertEquals(204, call("PATCH", "/_twin/state?events=true", "users: [{login: mike, name: Mike}]").status());
    assertTrue(server.events);
    assertEquals("Mike", server.world().accounts().user("mike").orElseThrow().profile().name());
    assertEquals(204, call("PATCH", "/_twin/state", "users: [{login: mike, name: null}]").status());
    assertNull(server.world().accounts().user("mike").orElseThrow().profile().name());
    assertEquals(204, call("POST", "/_twin/reset", "").status());
    assertEquals(World.EMPTY, server.world());
  }

  @Test
  void whatIsRefusedChangesNothingAndSaysWhere() throws Exception {
    call("PUT", "/_twin/state", STATE);
    World before = server.world();
    Answer refused = call("PUT", "/_twin/state", "users: []\nsigned_in: bob");
    assertEquals(422, refused.status());
    assertEquals("{\"message\":\"The state is refused; nothing has changed.\",\"errors\":[{\"path\":\"signed_in\",\"line\":2,"
        + "\"message\":\"there is no user \\\"bob\\\"; expected the login of a user in \\\"users\\\"\"}]}", refused.body());
    assertEquals(400, call("PATCH", "/_twin/state", "{\"users\":").status());
    assertEquals(400, call("POST", "/_twin/state", "").status());
    server.contentType = "application/yaml";
    assertEquals(204, call("PUT", "/_twin/state", "{users: [{login: olivia}]}").status());
    assertEquals(before, server.world());
  }
}
