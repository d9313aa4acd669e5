package dev.hubtwin;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.hubtwin.api.strict.StrictResponseFilter;
import dev.hubtwin.api.strict.TimeParameters;
import dev.hubtwin.apps.AppsResource;
import dev.hubtwin.campaigns.CampaignsResource;
import dev.hubtwin.control.ControlResource;
import dev.hubtwin.control.DescriptionResource;
import dev.hubtwin.control.SeedRefusals;
import dev.hubtwin.control.StateWriting;
import dev.hubtwin.http.AccessCheck;
import dev.hubtwin.http.Answering;
import dev.hubtwin.http.BodyCheck;
import dev.hubtwin.http.ClientCheck;
import dev.hubtwin.http.Compression;
import dev.hubtwin.http.Contract;
import dev.hubtwin.http.ControlGuard;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.FaultAnswers;
import dev.hubtwin.http.FaultCheck;
import dev.hubtwin.http.container.HttpLimits;
import dev.hubtwin.http.container.JerseyApplication;
import dev.hubtwin.http.Identification;
import dev.hubtwin.http.LastResort;
import dev.hubtwin.http.LimitCheck;
import dev.hubtwin.http.PageGuard;
import dev.hubtwin.http.PageHeaders;
import dev.hubtwin.http.QueryCheck;
import dev.hubtwin.http.Recollection;
import dev.hubtwin.http.Recording;
import dev.hubtwin.http.RefusalMapper;
import dev.hubtwin.http.ResponseHeaders;
import dev.hubtwin.http.Routing;
import dev.hubtwin.http.Served;
import dev.hubtwin.installations.InstallationsResource;
import dev.hubtwin.members.MembersResource;
import dev.hubtwin.memberships.MembershipsResource;
import dev.hubtwin.meta.MetaResource;
import dev.hubtwin.organizations.OrganizationsResource;
import dev.hubtwin.outsidecollaborators.OutsideCollaboratorsResource;
import dev.hubtwin.pages.PagesResource;
import dev.hubtwin.webhooks.WebhooksResource;
import java.util.List;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.openapitools.jackson.nullable.JsonNullableModule;

/**
 * The application of every twin: what serves, every step that a request passes, and what they are given. It is made once a
 * process, for Jersey takes its time, and a test starts many twins.
 */
final class Application {

  private static final List<Class<?>> RESOURCES = List.of(
      ControlResource.class, DescriptionResource.class, MetaResource.class, OrganizationsResource.class,
      MembersResource.class, MembershipsResource.class, OutsideCollaboratorsResource.class, CampaignsResource.class,
      AppsResource.class, InstallationsResource.class, WebhooksResource.class, PagesResource.class);

  private static final JerseyApplication SHARED = new JerseyApplication(config(), HttpLimits.DEFAULT);

  private Application() {}

  /** It, ready to serve. It knows no server: what is one's own comes with each request. */
  static JerseyApplication shared() {
    return SHARED;
  }

  private static ResourceConfig config() {
    ResourceConfig application = new ResourceConfig()
        .property(ServerProperties.WADL_FEATURE_DISABLE, true)
        .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
        .register(Routing.class)
        .register(ControlGuard.class)
        .register(PageGuard.class)
        .register(ClientCheck.class)
        .register(Identification.class)
        .register(LimitCheck.class)
        .register(FaultCheck.class)
        .register(AccessCheck.class)
        .register(QueryCheck.class)
        .register(Recollection.class)
        .register(BodyCheck.class)
        .register(StrictResponseFilter.class)
        .register(TimeParameters.class)
        .register(Answering.class)
        .register(ResponseHeaders.class)
        .register(PageHeaders.class)
        .register(Compression.class)
        .register(Recording.class)
        .register(StateWriting.class)
        .register(RefusalMapper.class)
        .register(SeedRefusals.class)
        .register(LastResort.class)
        .register(new JacksonJsonProvider(json()))
        .register(new Bindings());
    RESOURCES.forEach(application::register);
    return application;
  }

  private static ObjectMapper json() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new JsonNullableModule())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .build();
  }

  private static final class Bindings extends AbstractBinder {

    @Override
    protected void configure() {
      bind(Contract.github()).to(Contract.class);
      bind(new Served(List.of(Contract.github(), Contract.control()), RESOURCES)).to(Served.class);
      bind(json()).to(ObjectMapper.class);
      bindAsContract(RefusalMapper.class);
      bindAsContract(FaultAnswers.class);
      bindFactory(Exchange.Current.class).to(Exchange.class).in(RequestScoped.class);
    }
  }
}
