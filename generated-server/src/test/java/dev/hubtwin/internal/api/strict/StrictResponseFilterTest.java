package dev.hubtwin.internal.api.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.hubtwin.internal.api.InstallationsApi;
import dev.hubtwin.internal.api.MetaApi;
import dev.hubtwin.internal.api.OrganizationsApi;
import dev.hubtwin.internal.api.model.BasicError;
import dev.hubtwin.internal.api.model.OrganizationUpdate;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.openapitools.jackson.nullable.JsonNullableModule;

/** The generated interfaces and the filter, under the real Jersey. */
class StrictResponseFilterTest {

    private static final ApplicationHandler JERSEY = new ApplicationHandler(new ResourceConfig()
            .register(Organizations.class)
            .register(Installations.class)
            .register(Meta.class)
            .register(StrictResponseFilter.class)
            .register(TimeParameters.class)
            .register(NamesTheOperation.class)
            .register(new JacksonJsonProvider(
                    JsonMapper.builder().addModule(new JsonNullableModule()).build())));

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void aBodyIsSentAsJson() throws Exception {
        ContainerResponse response = call("GET", "orgs/nobody", "*/*", "");
        assertEquals(404, response.getStatus());
        assertEquals("application/json;charset=utf-8", response.getMediaType().toString());
        assertEquals("{\"message\":\"nobody\",\"documentation_url\":\"doc\"}", sent.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aResponseWithoutBodyHasNoContentType() throws Exception {
        ContainerResponse response = call("GET", "orgs/kept", "*/*", "");
        assertEquals(304, response.getStatus());
        assertNull(response.getMediaType());
        assertEquals(0, sent.size());
    }

    @Test
    void absentParametersHaveTheDefaultsOfTheDescription() throws Exception {
        ContainerResponse response = call("GET", "organizations", "*/*", "");
        assertEquals("null 30", response.getHeaderString("Link"));
        assertEquals(
                "7 5",
                call("GET", "organizations?since=7&per_page=5", "*/*", "").getHeaderString("Link"));
    }

    @Test
    void anArgumentThatIsNullIsNoHeader() throws Exception {
        assertNull(call("GET", "users/mona/orgs", "*/*", "").getHeaderString("Link"));
    }

    @Test
    void timesAreRead() throws Exception {
        assertEquals(
                "2026-01-02T03:04:05Z",
                call("GET", "app/installations?since=2026-01-02T03:04:05Z", "*/*", "")
                        .getHeaderString("Link"));
    }

    @Test
    void theRootIsAPathToo() throws Exception {
        assertEquals(404, call("GET", "", "*/*", "").getStatus());
        assertEquals("{\"message\":\"root\",\"documentation_url\":\"doc\"}", sent.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aBodyOfAnyJsonTypeIsRead() throws Exception {
        call("PATCH", "orgs/it", "*/*", "{\"name\": \"Other\"}");
        assertEquals("{\"message\":\"Other\",\"documentation_url\":\"doc\"}", sent.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theOperationIsFoundFromTheMatchedMethod() throws Exception {
        assertEquals("orgs/get", call("GET", "orgs/nobody", "*/*", "").getHeaderString("Operation"));
    }

    @Test
    void whatNobodyOverridesIsNotServed() {
        Throwable thrown = assertThrows(ExecutionException.class, () -> call("GET", "user/orgs", "*/*", ""))
                .getCause();
        NotServedException cause =
                assertInstanceOf(NotServedException.class, thrown.getCause() == null ? thrown : thrown.getCause());
        assertEquals("orgs/list-for-authenticated-user", cause.operation());
    }

    private ContainerResponse call(String method, String path, String accept, String body) throws Exception {
        URI base = URI.create("http://localhost/");
        ContainerRequest request =
                new ContainerRequest(base, base.resolve(path), method, null, new MapPropertiesDelegate(), null);
        request.header("Accept", accept);
        request.header("Content-Type", "application/vnd.github.v3+json");
        request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return JERSEY.apply(request, sent).get();
    }

    public static final class Organizations implements OrganizationsApi {

        @Context
        private UriInfo uri;

        @Override
        public GetResponse get() {
            String org =
                    uri.getPathParameters().getFirst("org"); // the interface leaves to the server what a path names
            return org.equals("kept") ? new GetResponse.NotModified() : new GetResponse.NotFound(error(org));
        }

        @Override
        public ListResponse list(Long since, Integer perPage) {
            return new ListResponse.Ok(List.of(), since + " " + perPage);
        }

        @Override
        public ListForUserResponse listForUser(Integer perPage, Integer page) {
            return new ListForUserResponse.Ok(List.of(), null);
        }

        @Override
        public UpdateResponse update(OrganizationUpdate body) {
            return new UpdateResponse.Conflict(error(body.name().get()));
        }
    }

    public static final class Installations implements InstallationsApi {
        @Override
        public ListInstallationsResponse listInstallations(
                Integer perPage, Integer page, OffsetDateTime since, String outdated) {
            return new ListInstallationsResponse.Ok(List.of(), since.toString());
        }
    }

    public static final class Meta implements MetaApi {
        @Override
        public RootResponse root() {
            return new RootResponse.NotFound(error("root"));
        }
    }

    private static BasicError error(String message) {
        return BasicError.builder().message(message).documentationUrl("doc").build();
    }

    public static final class NamesTheOperation implements ContainerResponseFilter {
        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            OperationId operation = ((ExtendedUriInfo) request.getUriInfo())
                    .getMatchedResourceMethod()
                    .getInvocable()
                    .getDefinitionMethod()
                    .getAnnotation(OperationId.class);
            response.getHeaders().putSingle("Operation", operation.value());
        }
    }
}
