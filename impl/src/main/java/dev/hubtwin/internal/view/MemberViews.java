package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.world.account.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How lists of people look in answers, and where strangers are sent instead. */
public record MemberViews(RequestContext exchange) {

    private static final String ALL = "/members";
    private static final String PUBLIC = "/public_members";
    private static final String OUTSIDE = "/outside_collaborators";

    /** Users in short. */
    public List<SimpleUser> simple(Page<Long> ids) {
        UserViews users = new UserViews(exchange);
        return ids.map(id -> users.simple(exchange.world().accounts().user(id).orElseThrow()));
    }

    /** The {@code Link} header of a page of all members. */
    public String links(Page<Long> ids) {
        return exchange.linksById(ids, ALL);
    }

    /** The {@code Link} header of a page of the public members. */
    public String publicLinks(Page<Long> ids) {
        return exchange.linksById(ids, PUBLIC);
    }

    /** The {@code Link} header of a page of the outside collaborators. */
    public String outsideLinks(Page<Long> ids) {
        return exchange.linksById(ids, OUTSIDE);
    }

    /** The list of the public members (R63). */
    public String publicMembers() {
        return exchange.links().api(byId() + PUBLIC);
    }

    /** The question whether a user is a public member (R70). */
    public String publicMember(String username) {
        String login =
                exchange.world().accounts().user(username).map(User::login).orElse(username);
        return publicMembers() + "/"
                + URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** GitHub's own name for the organization in such addresses. */
    private String byId() {
        return "/organizations/" + exchange.organization().id();
    }
}
