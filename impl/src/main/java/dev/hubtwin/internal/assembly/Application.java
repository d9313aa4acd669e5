package dev.hubtwin.internal.assembly;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.hubtwin.internal.api.strict.StrictResponseFilter;
import dev.hubtwin.internal.api.strict.TimeParameters;
import dev.hubtwin.internal.apps.AppsResource;
import dev.hubtwin.internal.campaigns.CampaignsResource;
import dev.hubtwin.internal.control.ControlResource;
import dev.hubtwin.internal.control.SeedRefusals;
import dev.hubtwin.internal.control.StateWriter;
import dev.hubtwin.internal.description.DescriptionResource;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.installations.InstallationsResource;
import dev.hubtwin.internal.jetty.HttpLimits;
import dev.hubtwin.internal.jetty.JerseyApplication;
import dev.hubtwin.internal.members.MembersResource;
import dev.hubtwin.internal.memberships.MembershipsResource;
import dev.hubtwin.internal.meta.MetaResource;
import dev.hubtwin.internal.oauth.OauthResource;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.openapi.ServedOperations;
import dev.hubtwin.internal.organizations.OrganizationsResource;
import dev.hubtwin.internal.outsidecollaborators.OutsideCollaboratorsResource;
import dev.hubtwin.internal.pages.PagesResource;
import dev.hubtwin.internal.pipeline.ApiExceptionMapper;
import dev.hubtwin.internal.pipeline.AuthenticationFilter;
import dev.hubtwin.internal.pipeline.AuthorizationFilter;
import dev.hubtwin.internal.pipeline.BodyValidationInterceptor;
import dev.hubtwin.internal.pipeline.CacheLookupFilter;
import dev.hubtwin.internal.pipeline.FaultInjectionFilter;
import dev.hubtwin.internal.pipeline.FaultResponses;
import dev.hubtwin.internal.pipeline.FormResponseFilter;
import dev.hubtwin.internal.pipeline.GzipFilter;
import dev.hubtwin.internal.pipeline.JsonResponseFilter;
import dev.hubtwin.internal.pipeline.OwnHeadersFilter;
import dev.hubtwin.internal.pipeline.OwnOperationsGuard;
import dev.hubtwin.internal.pipeline.ParameterValidationFilter;
import dev.hubtwin.internal.pipeline.RateLimitFilter;
import dev.hubtwin.internal.pipeline.RequestLogFilter;
import dev.hubtwin.internal.pipeline.ResponseHeadersFilter;
import dev.hubtwin.internal.pipeline.ReusableResponseFilter;
import dev.hubtwin.internal.pipeline.RoutingFilter;
import dev.hubtwin.internal.pipeline.UnexpectedExceptionMapper;
import dev.hubtwin.internal.pipeline.UserAgentFilter;
import dev.hubtwin.internal.repositories.RepositoriesResource;
import dev.hubtwin.internal.teams.TeamsResource;
import dev.hubtwin.internal.webhooks.WebhooksResource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.openapitools.jackson.nullable.JsonNullableModule;

/**
 * The Jersey application of every twin: its resources, the filters that a request passes, and what is injected into
 * them. It is made once a process, because making it takes long and a test run may start many twins.
 */
public final class Application {

    /** What makes the resources, each for one request; Jersey knows them by the {@link ResourceLocator}. */
    static final Map<Class<?>, Function<RequestContext, Object>> RESOURCES = Map.ofEntries(
            Map.entry(ControlResource.class, exchange -> new ControlResource(exchange, ApiDescription.github())),
            Map.entry(DescriptionResource.class, DescriptionResource::new),
            Map.entry(MetaResource.class, MetaResource::new),
            Map.entry(OrganizationsResource.class, OrganizationsResource::new),
            Map.entry(MembersResource.class, MembersResource::new),
            Map.entry(MembershipsResource.class, MembershipsResource::new),
            Map.entry(TeamsResource.class, TeamsResource::new),
            Map.entry(OutsideCollaboratorsResource.class, OutsideCollaboratorsResource::new),
            Map.entry(CampaignsResource.class, CampaignsResource::new),
            Map.entry(AppsResource.class, AppsResource::new),
            Map.entry(InstallationsResource.class, InstallationsResource::new),
            Map.entry(WebhooksResource.class, WebhooksResource::new),
            Map.entry(RepositoriesResource.class, RepositoriesResource::new),
            Map.entry(OauthResource.class, OauthResource::new),
            Map.entry(PagesResource.class, PagesResource::new));

    /** A body of more names, values and brackets is not JSON to us: each takes many times its own bytes. */
    private static final long MOST_TOKENS = 100_000;

    private static final ServedOperations SERVED =
            new ServedOperations(List.of(ApiDescription.github(), ApiDescription.control()), RESOURCES.keySet());
    private static final JerseyApplication SHARED = new JerseyApplication(config(), HttpLimits.DEFAULT);

    private Application() {}

    /** Returns the application, ready to serve. It holds nothing of a server; each request brings what it needs. */
    public static JerseyApplication shared() {
        return SHARED;
    }

    /** Returns the operations that it serves. */
    public static ServedOperations served() {
        return SERVED;
    }

    /** Makes the resource of the operation that a request means. */
    static Object resource(RequestContext exchange) {
        Class<?> resource = SERVED.resource(exchange.operation().orElseThrow());
        return RESOURCES.get(resource).apply(exchange);
    }

    /** Returns the resources, filters and bindings as Jersey is given them. */
    static ResourceConfig config() {
        ResourceConfig application = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                // The resources are always the same ones: ApplicationTest holds them against Jersey's rules.
                .property(ServerProperties.RESOURCE_VALIDATION_DISABLE, true)
                // Nothing is read or written as an image or as XML, and Java may lack the classes for images.
                .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
                .register(RoutingFilter.class)
                .register(OwnOperationsGuard.class)
                .register(UserAgentFilter.class)
                .register(AuthenticationFilter.class)
                .register(RateLimitFilter.class)
                .register(FaultInjectionFilter.class)
                .register(AuthorizationFilter.class)
                .register(ParameterValidationFilter.class)
                .register(CacheLookupFilter.class)
                .register(BodyValidationInterceptor.class)
                .register(StrictResponseFilter.class)
                .register(TimeParameters.class)
                .register(FormResponseFilter.class)
                .register(JsonResponseFilter.class)
                .register(ResponseHeadersFilter.class)
                .register(OwnHeadersFilter.class)
                .register(GzipFilter.class)
                .register(RequestLogFilter.class)
                .register(ReusableResponseFilter.class)
                .register(StateWriter.class)
                .register(ApiExceptionMapper.class)
                .register(SeedRefusals.class)
                .register(UnexpectedExceptionMapper.class)
                .register(new JacksonJsonProvider(json()))
                .register(new Bindings())
                .register(ResourceLocator.class);
        return application;
    }

    /** Returns what writes and reads the bodies of answers and requests. */
    public static ObjectMapper json() {
        JsonFactory parsing = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(MOST_TOKENS)
                        .build())
                .build();
        return JsonMapper.builder(parsing)
                .addModule(new JavaTimeModule())
                .addModule(new JsonNullableModule())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    private static final class Bindings extends AbstractBinder {

        @Override
        @SuppressWarnings("unchecked") // a binding of Jersey's is raw
        protected void configure() {
            bind(json()).to(ObjectMapper.class);
            bindAsContract(ApiExceptionMapper.class);
            bindAsContract(FaultResponses.class);
            bind(new RequestContextProvider()).to(ValueParamProvider.class);
            bindFactory(RequestContext.Current.class, Singleton.class).to(RequestContext.class);
        }
    }
}
