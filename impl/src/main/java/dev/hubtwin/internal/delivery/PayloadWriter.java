package dev.hubtwin.internal.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hubtwin.internal.api.strict.MemberViews;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.event.AttributedEvent;
import dev.hubtwin.internal.event.Audience;
import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.event.PayloadBuilder;
import dev.hubtwin.internal.event.WebhookEvent;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.view.HookViews;
import dev.hubtwin.internal.view.InstallationViews;
import dev.hubtwin.internal.view.InvitationViews;
import dev.hubtwin.internal.view.OrganizationViews;
import dev.hubtwin.internal.view.RepositoryViews;
import dev.hubtwin.internal.view.TeamViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.naming.NodeId;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.jackson.nullable.JsonNullableModule;

/** The body of a delivery, member by member, in the order in which GitHub has them. */
final class PayloadWriter implements PayloadBuilder {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new JsonNullableModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Map<Dialect, ObjectWriter> WRITERS = Map.of(
            Dialect.GITHUB_COM, JSON.writer(), Dialect.ENTERPRISE, JSON.writerWithView(MemberViews.Documented.class));

    private final World world;
    private final Links links;
    private final WebhookEvent what;
    private final PeopleViews views;
    private final HookResponses responses;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private PayloadWriter(WebhookEvent what, Links links, HookResponses responses) {
        this.world = what.world();
        this.links = links;
        this.what = what;
        this.responses = responses;
        this.views = new PeopleViews(world, links, what.account());
    }

    /**
     * What is told of something.
     *
     * @param installation the installation through which an app hears of it; null for a webhook that is not an app's
     * @param responses what became of earlier deliveries
     */
    static byte[] json(AttributedEvent event, Long installation, HookResponses responses) {
        WebhookEvent what = event.what();
        PayloadWriter payload = new PayloadWriter(what, event.cause().links(), responses);
        if (what.action() != null) {
            payload.put("action", what.action());
        }
        what.body().accept(payload);
        payload.finish(event.cause(), installation);
        try {
            return WRITERS.get(payload.links.dialect()).writeValueAsBytes(payload.members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload can be written", e);
        }
    }

    private void finish(EventSource cause, Long installation) {
        if (what.topic().permission() != null
                || what.audience() instanceof Audience.OneHook one && one.repository() == null) {
            world.accounts()
                    .organization(what.account())
                    .ifPresent(organization -> put("organization", OrganizationViews.simple(organization, links)));
        }
        put("sender", new SenderViews(world, links).sender(cause, what.account()));
        if (installation != null && !members.containsKey("installation")) {
            Map<String, Object> through = new LinkedHashMap<>();
            through.put("id", installation);
            through.put("node_id", NodeId.of("IntegrationInstallation", installation));
            put("installation", through);
        }
    }

    @Override
    public PayloadWriter put(String member, Object value) {
        members.put(member, value);
        return this;
    }

    @Override
    public PayloadWriter user(String member, long user) {
        return put(member, views.simple(user));
    }

    @Override
    public PayloadWriter membership(Membership membership) {
        return put("membership", views.membership(membership));
    }

    @Override
    public PayloadWriter invitation(Invitation invitation) {
        return put("invitation", new InvitationViews(world, links).told(what.account(), invitation));
    }

    @Override
    public PayloadWriter team(Team team) {
        return put("team", new TeamViews(world, links).full(team));
    }

    @Override
    public PayloadWriter repository(Repository repository) {
        return put("repository", repositories().told(repository));
    }

    @Override
    public PayloadWriter repository(Repository repository, RepositoryPermission access) {
        return put("repository", repositories().told(repository, access));
    }

    private RepositoryViews repositories() {
        return new RepositoryViews(world, links, Caller.ANONYMOUS);
    }

    @Override
    public PayloadWriter permission(RepositoryPermission to) {
        return put("changes", Map.of("permission", Map.of("to", legacy(to)), "role_name", Map.of("to", role(to))));
    }

    @Override
    public PayloadWriter permission(RepositoryPermission from, RepositoryPermission to) {
        return put(
                "changes",
                Map.of(
                        "old_permission",
                        Map.of("from", legacy(from)),
                        "permission",
                        Map.of("from", legacy(from), "to", legacy(to))));
    }

    /** What people call it. */
    private static String role(RepositoryPermission access) {
        return switch (access) {
            case PULL -> "read";
            case PUSH -> "write";
            default -> access.word();
        };
    }

    /** What it was called when there were three of them. */
    private static String legacy(RepositoryPermission access) {
        return switch (access) {
            case PULL, TRIAGE -> "read";
            case PUSH, MAINTAIN -> "write";
            case ADMIN -> "admin";
        };
    }

    @Override
    public PayloadWriter installation(Installation one) {
        return put("installation", new InstallationViews(world, links).shown(one));
    }

    @Override
    public PayloadWriter reachedRepositories(String member, Installation one) {
        return repositories(
                member,
                world.repositories().of(one.accountId()).ids().elements().stream()
                        .filter(one.selection()::includes)
                        .map(id -> world.repositories().repository(id).orElseThrow())
                        .toList());
    }

    @Override
    public PayloadWriter repositories(String member, Collection<Repository> repositories) {
        List<Map<String, Object>> views = repositories.stream().map(this::brief).toList();
        return put(member, views);
    }

    private Map<String, Object> brief(Repository repository) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", repository.id());
        view.put("node_id", repository.nodeId());
        view.put("name", repository.name());
        view.put(
                "full_name",
                world.accounts().account(repository.ownerId()).orElseThrow().login() + "/" + repository.name());
        view.put("private", repository.isPrivate());
        return view;
    }

    @Override
    public PayloadWriter zen(long hook) {
        return put("zen", "Anything added dilutes everything else.").put("hook_id", hook);
    }

    @Override
    public PayloadWriter hook(Hook hook) {
        HookViews hooks = new HookViews(world, links, responses::last);
        return put("hook", hook.owner().isRepository() ? hooks.ofRepository(hook) : hooks.ofOrganization(hook));
    }

    @Override
    public PayloadWriter hook(App app) {
        return put("hook", HookViews.ofApp(app, links));
    }
}
