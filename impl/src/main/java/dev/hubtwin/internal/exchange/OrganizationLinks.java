package dev.hubtwin.internal.exchange;

import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.world.account.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of lists of the organization that a request names; GitHub names it by its id there. */
public record OrganizationLinks(RequestContext exchange) {

    /** The list of the public members. */
    public static final String PUBLIC_MEMBERS = "/public_members";

    /**
     * Returns the {@code Link} header to the other pages of a list of the organization.
     *
     * @param list what stands after the organization
     * @return null when there is no other page
     */
    public String pages(Page<?> page, String list) {
        return exchange.links(page, path() + list);
    }

    /** The address of the list of the public members (R63). */
    public String publicMembers() {
        return exchange.links().api(path() + PUBLIC_MEMBERS);
    }

    /** The address of the question whether the user that the path names is a public member (R70). */
    public String publicMember() {
        PathEntities named = exchange.named();
        String login = named.user().map(User::login).orElse(named.username());
        return publicMembers() + "/"
                + URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String path() {
        return "/organizations/" + exchange.named().organization().id();
    }
}
